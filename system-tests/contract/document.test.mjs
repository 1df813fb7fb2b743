// The check of answers against the document finds faults.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Document } from './document.mjs';

const document = new Document(`
paths:
  /a:
    get:
      parameters: [{name: list, schema: {enum: [x, y]}}]
      responses:
        "200":
          content:
            application/json:
              schema:
                allOf:
                  - $ref: "#/components/schemas/Fresh"
                  - required: [rows]
                    properties:
                      rows: {type: array, items: {$ref: "#/components/schemas/Row"}}
                      last: {oneOf: [{$ref: "#/components/schemas/Row"}, {type: "null"}]}
        "404": {$ref: "#/components/responses/Problem"}
    delete: {responses: {"204": {description: gone}}}
  /b: {get: {responses: {"200": {content: {application/json: {schema: {type: object}}}}}}}
components:
  responses:
    Problem: {content: {application/problem+json: {schema: {type: object, properties: {title: {type: string}}}}}}
  schemas:
    Fresh: {type: object, required: [asOf], properties: {asOf: {type: [string, "null"], format: date-time}}}
    Row: {type: object, required: [day, value], properties: {day: {type: string, format: date}, value: {type: [number, "null"]}, reasons: {type: object, additionalProperties: {type: integer}}}}
`);
const differences = (body, { operation = 'get /a', status = 200, type = 'application/json; charset=utf-8' } = {}) =>
  document.differences(operation, status, type, typeof body === 'string' ? body : JSON.stringify(body));
const row = { day: '2026-11-16', value: null, reasons: { late: 1 } };
const whole = { asOf: '2026-11-16T00:00:00Z', rows: [row], last: null };

test('what is described is found to be so', () => {
  assert.deepEqual(document.operations(), ['get /a', 'delete /a', 'get /b']);
  assert.deepEqual(document.choices('get /a', 'list'), ['x', 'y']);
  assert.deepEqual(differences(whole), []);
  assert.deepEqual(differences({ ...whole, asOf: null, last: row }), []);
  assert.deepEqual(differences({ title: 'no' }, { status: 404, type: 'application/problem+json' }), []);
  assert.deepEqual(differences('', { operation: 'delete /a', status: 204, type: null }), []);
});

test('fields that are missing, not described or of another kind are found, at any depth', () => {
  assert.match(differences({ ...whole, more: 1 })[0], /unevaluated/);
  assert.match(differences({ ...whole, rows: [{ ...row, more: 1 }] })[0], /\/rows\/0 .*unevaluated/);
  assert.ok(differences({ ...whole, last: { ...row, more: 1 } }).length > 0);
  assert.match(differences({ rows: [] })[0], /asOf/);
  assert.match(differences({ ...whole, rows: [{ ...row, day: '16 November' }] })[0], /format/);
  assert.match(differences({ ...whole, rows: [{ ...row, reasons: { late: 'x' } }] })[0], /reasons\/late/);
  assert.match(differences({ detial: 'x' }, { status: 404, type: 'application/problem+json' })[0], /unevaluated/);
});

test('other statuses and kinds of body are found, and answers that are no more than an object', () => {
  assert.match(differences(whole, { status: 500 })[0], /500 isn't described/);
  assert.match(differences('<p>', { type: 'text/html' })[0], /text\/html isn't described/);
  assert.match(differences('x', { operation: 'delete /a', status: 204 })[0], /body isn't described/);
  assert.ok(document.describes('get /a') && !document.describes('get /b'));
});
