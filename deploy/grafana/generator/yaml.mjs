// Plain data as YAML, in block style; strings are quoted as JSON, which is YAML too.
const scalar = value => JSON.stringify(value);
const isPlain = value => value === null || typeof value !== 'object';
const isEmpty = value => Object.keys(value).length === 0;

function lines(value, indent) {
  if (Array.isArray(value)) {
    return value.flatMap(each => isPlain(each) || isEmpty(each)
      ? [`${indent}- ${scalar(each)}`]
      : lines(each, `${indent}  `).map((line, number) => (number === 0 ? `${indent}- ${line.slice(indent.length + 2)}` : line)));
  }
  return Object.entries(value).flatMap(([key, each]) => isPlain(each) || isEmpty(each)
    ? [`${indent}${key}: ${scalar(each)}`]
    : [`${indent}${key}:`, ...lines(each, `${indent}  `)]);
}

export const yaml = value => `${lines(value, '').join('\n')}\n`;
