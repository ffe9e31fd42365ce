/* The bubble beside a card: everything about it, on hover and on focus. One for the whole grid. */

const BUBBLE_WAIT = 250; /* ms before a pointer opens it, so that crossing the grid stays calm; focus waits for nothing */

function makeBubble(root) {
  const bubble = make("div", "bubble");
  bubble.id = "bubble";
  bubble.setAttribute("role", "tooltip");
  bubble.hidden = true;
  /* The top layer escapes every clipped or moved ancestor. Without it, fixed placement does nearly as well. */
  const onTop = typeof bubble.showPopover === "function";
  if (onTop) bubble.popover = "manual";
  root.append(bubble);
  let waiting = 0;
  let owner = null;

  function hide() {
    clearTimeout(waiting);
    if (!owner) return;
    owner.removeAttribute("aria-describedby");
    owner = null;
    if (onTop) bubble.hidePopover();
    bubble.hidden = true;
  }

  function show(element, card, words) {
    hide();
    owner = element;
    bubble.replaceChildren(...bubbleLines(card, words));
    bubble.dataset.colour = String(card.color ?? 0);
    bubble.hidden = false;
    if (onTop) bubble.showPopover();
    place(bubble, element.getBoundingClientRect());
    element.setAttribute("aria-describedby", bubble.id);
  }

  function showSoon(element, card, words) {
    clearTimeout(waiting);
    if (owner !== element) waiting = setTimeout(() => element.isConnected && show(element, card, words), BUBBLE_WAIT);
  }

  /* What scrolls under a pointer is no longer what it pointed at; what has the focus keeps its bubble. */
  function follow() {
    if (owner?.matches(":focus-visible")) place(bubble, owner.getBoundingClientRect());
    else hide();
  }

  return { hide, show, showSoon, follow, isOpen: () => owner !== null };
}

function bubbleLines(card, words) {
  const line = (className, text, iconName) => {
    const element = make("div", className);
    if (iconName) element.append(icon(iconName));
    element.append(make("span", "", text));
    return element;
  };
  const lines = [
    line("bubble-title", card.title),
    line("bubble-time", card.continues ? `${card.start} ${card.continues}` : timesOf(card)),
  ];
  if (card.loose) lines.push(line("", card.loose));
  const where = [card.place, card.job].filter(Boolean).join(" · ");
  if (where) lines.push(line("", where));
  if (card.reason) lines.push(line("bubble-reason", card.reason, "alert"));
  if (card.travel) lines.push(line("", `${words.travel} : ${card.travel}`, "road"));
  if (card.stand_in) lines.push(line("", words.stand_in, "swap"));
  if (card.changed) lines.push(line("", words.changed, "pencil"));
  if (card.locked) lines.push(line("", words.locked, "lock"));
  if (card.draft) lines.push(line("bubble-draft", words.draft));
  for (const text of card.hover ?? []) lines.push(line("bubble-more", text));
  return lines;
}

/* Beside the card, so that the stack it stands in stays readable; where neither side has room, below or above. */
function place(bubble, around) {
  const gap = 8;
  const size = bubble.getBoundingClientRect();
  const within = (value, most) => Math.max(gap, Math.min(value, most - gap));
  let left = around.right + gap;
  let top = around.top;
  if (left + size.width > innerWidth - gap) left = around.left - size.width - gap;
  if (left < gap) {
    left = around.left;
    top = around.bottom + gap;
    if (top + size.height > innerHeight - gap) top = around.top - size.height - gap;
  }
  bubble.style.left = `${within(left, innerWidth - size.width)}px`;
  bubble.style.top = `${within(top, innerHeight - size.height)}px`;
}
