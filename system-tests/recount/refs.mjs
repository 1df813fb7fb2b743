// Names of people and groups as Backstage writes them: [kind:][namespace/]name, in any case.

/** The full, lower-case form of a reference, or null when it is not one. */
export function canonicalRef(ref, defaultKind, defaultNamespace = 'default') {
  if (typeof ref !== 'string') return null;
  let rest = ref.toLowerCase();
  let kind = defaultKind;
  let namespace = defaultNamespace;
  const colon = rest.indexOf(':');
  if (colon >= 0) {
    kind = rest.slice(0, colon);
    rest = rest.slice(colon + 1);
  }
  const slash = rest.indexOf('/');
  if (slash >= 0) {
    namespace = rest.slice(0, slash);
    rest = rest.slice(slash + 1);
  }
  if (!kind || !namespace || !rest || /[\s:/]/.test(rest)) return null;
  return `${kind}:${namespace}/${rest}`;
}
