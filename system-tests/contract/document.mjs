// The API's own document as JSON Schema, closed: a field that it doesn't describe is a fault.
import Ajv2020 from 'ajv/dist/2020.js';
import { parse } from 'yaml';

const METHODS = ['get', 'post', 'put', 'delete'];
const FORMATS = {
  date: /^\d{4}-\d{2}-\d{2}$/,
  'date-time': /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:\d{2})$/,
};

/** A schema in which objects with described fields have no others. Parts of an allOf stay open: the whole is closed. */
function closed(schema, isPart = false) {
  if (Array.isArray(schema)) {
    return schema.map(each => closed(each));
  }
  if (schema === null || typeof schema !== 'object') {
    return schema;
  }
  const made = Object.fromEntries(Object.entries(schema).map(([key, value]) => {
    if (key === 'properties') {
      return [key, Object.fromEntries(Object.entries(value).map(([name, each]) => [name, closed(each)]))];
    }
    return [key, key === 'allOf' ? value.map(each => closed(each, true)) : ['enum', 'required', 'example'].includes(key) ? value : closed(value)];
  }));
  const describesFields = schema.properties || schema.allOf || schema.$ref;
  return isPart || !describesFields || 'additionalProperties' in schema ? made : { ...made, unevaluatedProperties: false };
}

/** The document: its operations, and whether an answer is what it says. */
export class Document {
  #root;
  #ajv;

  constructor(yaml) {
    this.#root = parse(yaml);
    this.#ajv = new Ajv2020({ strict: false, allErrors: true, formats: FORMATS });
    this.#ajv.addSchema({
      $id: 'document',
      // Each schema stays open by itself, for those that add fields to it; what refers to it closes it.
      components: { schemas: Object.fromEntries(Object.entries(this.#root.components.schemas).map(([name, each]) => [name, closed(each, true)])) },
    });
  }

  /** Every operation as "get /api/v1/kpis". */
  operations() {
    return Object.entries(this.#root.paths).flatMap(([path, each]) => METHODS.filter(method => each[method]).map(method => `${method} ${path}`));
  }

  /** The choices of a parameter of an operation. */
  choices(operation, name) {
    return this.#operation(operation).parameters.find(each => each.name === name).schema.enum;
  }

  /** What differs between an answer and the document, in words; empty when nothing does. */
  differences(operation, status, contentType, body) {
    const answer = this.#resolved(this.#operation(operation).responses[status]);
    if (!answer) {
      return [`an answer ${status} isn't described`];
    }
    const type = (contentType ?? '').split(';')[0];
    if (!answer.content) {
      return body === '' ? [] : ['a body isn\'t described'];
    }
    if (!answer.content[type]) {
      return [`a body of ${type} isn't described`];
    }
    if (!answer.content[type].schema || !/json$/.test(type)) {
      return [];
    }
    const schema = JSON.parse(JSON.stringify(closed(answer.content[type].schema)).replaceAll('"#/components', '"document#/components'));
    const validate = this.#ajv.compile(schema);
    return validate(JSON.parse(body)) ? [] : validate.errors.map(each => `${each.instancePath} ${each.message} ${JSON.stringify(each.params)}`);
  }

  /** Whether answers to an operation have JSON that is described as something. */
  describes(operation) {
    return Object.values(this.#operation(operation).responses).map(each => this.#resolved(each)).every(answer =>
      Object.entries(answer.content ?? {}).every(([type, each]) => !/json$/.test(type) || Object.keys(each.schema ?? {}).join() !== 'type'));
  }

  #operation(operation) {
    const [method, path] = operation.split(' ');
    return this.#root.paths[path][method];
  }

  #resolved(node) {
    return node?.$ref ? node.$ref.slice(2).split('/').reduce((found, step) => found[step], this.#root) : node;
  }
}
