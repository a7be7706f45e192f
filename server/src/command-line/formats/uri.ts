/** The name of a file as a relative URI reference (RFC 3986); what is no character becomes U+FFFD. */
export function uriOf(name: string): string {
  return name
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .split('/')
    .map((segment) => encodeURIComponent(segment))
    .join('/');
}
