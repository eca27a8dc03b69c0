/** Scrolls what is chosen into sight inside its box; the page itself stays where it is. */

/** Where the words stand that a selector finds: in the middle of the box, unless they are in sight. */
export function reveal(box: HTMLElement | null, selector: string): void {
  const words = box?.querySelector(selector);
  if (!box || !words) return;
  const [outer, inner] = [box.getBoundingClientRect(), words.getBoundingClientRect()];
  if (inner.top >= outer.top && inner.bottom <= outer.bottom) return;
  box.scrollTop += inner.top - outer.top - Math.max(0, (outer.height - inner.height) / 2);
}
