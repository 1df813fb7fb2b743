package dev.footlights.streams.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * A record that can never become rows.
 *
 * @param detail why, without the record's contents
 */
record DeadLetter(ConsumerRecord<byte[], byte[]> record, String detail) {}
