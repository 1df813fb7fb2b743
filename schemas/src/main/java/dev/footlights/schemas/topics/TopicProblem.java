package dev.footlights.schemas.topics;

/**
 * A setting of a topic that would lose or misplace data.
 *
 * @param topic its name
 * @param setting Kafka's name of it; {@code partitions} for their count
 * @param found the present value
 * @param wanted what it must be
 * @param mend how to put it right
 */
public record TopicProblem(String topic, String setting, String found, String wanted, String mend) {
    @Override
    public String toString() {
        return topic + ": " + setting + " is " + found + ", must be " + wanted + "; " + mend;
    }
}
