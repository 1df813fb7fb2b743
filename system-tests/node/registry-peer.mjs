// Confluent's own client on our topics: node registry-peer.mjs decode|encode REGISTRY_URL TOPIC
// decode: base64 lines in, JSON lines out. encode: JSON lines in, base64 lines out, with the registered schema.
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const { SchemaRegistryClient } = require('@confluentinc/schemaregistry/dist/schemaregistry-client.js');
const { AvroDeserializer, AvroSerializer } = require('@confluentinc/schemaregistry/dist/serde/avro.js');
const { SerdeType } = require('@confluentinc/schemaregistry/dist/serde/serde.js');

const [direction, registry, topic] = process.argv.slice(2);
const client = new SchemaRegistryClient({ baseURLs: [registry] });
const deserializer = new AvroDeserializer(client, SerdeType.VALUE, {});
const serializer = new AvroSerializer(client, SerdeType.VALUE, { autoRegisterSchemas: false, useLatestVersion: true });

for await (const line of createInterface({ input: process.stdin })) {
  console.log(direction === 'decode'
    ? JSON.stringify(await deserializer.deserialize(topic, Buffer.from(line, 'base64')))
    : (await serializer.serialize(topic, JSON.parse(line))).toString('base64'));
}
process.exit(0);
