/* Carrying a card with the mouse or a pen held down. A finger scrolls; it moves cards by taps (grid_move.js). */

const START = 6; /* px the pointer goes before a press becomes a drag */
const EDGE = 44; /* px from an edge where what is under the pointer starts to scroll */
const SPEED = 16; /* px a frame at the very edge */

class Drag {
  constructor(grid) {
    this.grid = grid;
    this.press = null; /* where the pointer went down, and on what */
    this.held = null; /* the picture of the card under the pointer */
    this.point = { x: 0, y: 0 };
    grid.body.addEventListener("pointerdown", (event) => this.down(event));
    grid.body.addEventListener("pointermove", (event) => this.over(event));
    grid.body.addEventListener("pointerup", () => this.release(true));
    grid.body.addEventListener("pointercancel", () => this.release(false));
    /* The click that ends a drag is no pick. */
    grid.body.addEventListener("click", (event) => this.dragged && event.stopImmediatePropagation(), true);
    /* Firefox would carry the words of a button away; nothing of ours uses the browser's own dragging. */
    grid.body.addEventListener("dragstart", (event) => event.preventDefault());
    this.onKey = (event) => {
      if (event.key !== "Escape" || !this.held) return;
      this.release(false);
      event.preventDefault();
      event.stopPropagation();
    };
    document.addEventListener("keydown", this.onKey, true);
  }

  down(event) {
    this.dragged = false;
    const element = event.target.closest(".card");
    const card = element && this.grid.cards.get(element.dataset.id);
    const { move, data } = this.grid;
    if (!card || move.id || !data.movable || event.button !== 0 || event.pointerType === "touch") return;
    this.press = { element, id: card.id, x: event.clientX, y: event.clientY, pointer: event.pointerId };
  }

  over(event) {
    this.point = { x: event.clientX, y: event.clientY };
    const { press } = this;
    if (!press) return;
    if (!this.held && Math.hypot(this.point.x - press.x, this.point.y - press.y) > START) this.lift();
    if (this.held) this.carry();
  }

  lift() {
    const { element, id, pointer } = this.press;
    this.dragged = true;
    this.grid.move.start(id);
    if (!this.grid.move.id) {
      this.press = null; /* it may not go: the words under the grid say why */
      return;
    }
    this.grid.body.setPointerCapture(pointer);
    const box = element.getBoundingClientRect();
    this.grip = { x: this.press.x - box.left, y: this.press.y - box.top };
    this.held = make("div", "held");
    this.held.setAttribute("aria-hidden", "true");
    this.held.style.inlineSize = `${box.width}px`;
    const picture = element.cloneNode(true);
    picture.classList.remove("lifted", "selected");
    delete picture.dataset.id;
    this.landing = make("div", "held-where");
    this.held.append(picture, this.landing);
    this.grid.root.append(this.held);
    if (typeof this.held.showPopover === "function") {
      this.held.popover = "manual";
      this.held.showPopover();
    }
    this.frame = requestAnimationFrame(() => this.scroll());
  }

  carry() {
    const { x, y } = this.point;
    this.held.style.left = `${x - this.grip.x}px`;
    this.held.style.top = `${y - this.grip.y}px`;
    const under = this.grid.root.getRootNode().elementFromPoint(x, y);
    const { move } = this.grid;
    move.aim(under && this.grid.body.contains(under) ? under.closest(".cell") : null);
    this.landing.textContent = move.where.textContent;
  }

  /* Near an edge of the frame or of the window, what lies beyond comes in sight. */
  scroll() {
    if (!this.held) return;
    const frame = this.grid.scroll;
    const box = frame.getBoundingClientRect();
    const lane = this.grid.body.querySelector(".lane");
    const covers = lane && getComputedStyle(lane).position === "sticky" ? lane : this.grid.head;
    const inside = { left: box.left + this.grid.head.firstElementChild.offsetWidth, right: box.right, bottom: box.bottom };
    const top = Math.max(box.top, covers.getBoundingClientRect().bottom);
    const overLane = covers === lane && this.point.y < top && this.point.y > this.grid.head.getBoundingClientRect().bottom;
    frame.scrollBy(pull(this.point.x, inside.left, inside.right), overLane ? 0 : pull(this.point.y, top, inside.bottom));
    const page = scrollerOf(this.grid.root);
    page?.scrollBy(0, pull(this.point.y, 0, innerHeight));
    this.carry();
    this.frame = requestAnimationFrame(() => this.scroll());
  }

  release(lands) {
    this.press = null;
    if (!this.held) return;
    cancelAnimationFrame(this.frame);
    this.held.remove();
    this.held = null;
    if (lands) this.grid.move.drop();
    else this.grid.move.cancel();
  }

  leave() {
    this.release(false);
    document.removeEventListener("keydown", this.onKey, true);
  }
}

/* How far to scroll this frame: nothing in the middle, faster towards either edge and beyond it. */
function pull(at, low, high) {
  const before = Math.min(1, Math.max(0, (low + EDGE - at) / EDGE));
  const after = Math.min(1, Math.max(0, (at - high + EDGE) / EDGE));
  return Math.round(SPEED * (after - before));
}

/* What scrolls around the board: Streamlit scrolls a part of the page, not the window. */
function scrollerOf(root) {
  for (let element = root.getRootNode().host; element; element = element.parentElement) {
    if (element.scrollHeight > element.clientHeight && /auto|scroll/.test(getComputedStyle(element).overflowY)) return element;
  }
  return null;
}
