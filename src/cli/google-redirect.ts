/** The address behind a redirect through Google, as its exports have them; any other unchanged. */
export function directAddress(address: string): string {
  const match = /^https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/url\?(?<query>.*)$/i.exec(
    address.replaceAll('&amp;', '&'),
  );
  if (match === null) return address;
  const query = new URLSearchParams(match.groups?.['query']);
  const target = query.get('q') ?? query.get('url');
  return target !== null && /^https?:\/\//.test(target) ? target : address;
}

/** A text with every redirect through Google undone. */
export function withDirectAddresses(text: string): string {
  return text.replace(/https?:\/\/(?:www\.)?google\.[a-z.]{2,6}\/url\?[^\s)>\]]+/gi, directAddress);
}
