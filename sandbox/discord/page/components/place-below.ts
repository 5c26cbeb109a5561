const gapPx = 4;

/** Shows a popover below its owner, or above where there is more room, as wide as the owner. */
export function placeBelow(popover: HTMLElement, owner: HTMLElement): void {
  const box = owner.getBoundingClientRect();
  const below = window.innerHeight - box.bottom - 2 * gapPx;
  const above = box.top - 2 * gapPx;
  const up = below < Math.min(popover.scrollHeight || 240, 240) && above > below;
  popover.style.left = `${box.left}px`;
  popover.style.width = `${box.width}px`;
  popover.style.maxHeight = `${Math.min(320, up ? above : below)}px`;
  popover.style.top = up ? 'auto' : `${box.bottom + gapPx}px`;
  popover.style.bottom = up ? `${window.innerHeight - box.top + gapPx}px` : 'auto';
  popover.showPopover();
}
