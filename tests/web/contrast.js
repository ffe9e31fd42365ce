// Contrast (WCAG) of every word in sight in the week grid with what is painted under it: [[words, ratio], …].
// Hatches are background images and stay out of account here; test_grid_colours.py reckons them.
() => {
  const paper = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
  const channels = (colour) => {
    paper.clearRect(0, 0, 1, 1);
    paper.fillStyle = colour;
    paper.fillRect(0, 0, 1, 1);
    return [...paper.getImageData(0, 0, 1, 1).data];
  };
  const over = (top, under) => under.map((value, at) => (top[at] * top[3] + value * (255 - top[3])) / 255);
  const painted = (element) => {
    if (!element) return channels(getComputedStyle(document.querySelector(".stApp")).backgroundColor).slice(0, 3);
    const above = element.parentElement ?? element.getRootNode().host;
    return over(channels(getComputedStyle(element).backgroundColor), painted(above));
  };
  const light = (colour) => {
    const [red, green, blue] = colour.map((c) => (c / 255 <= 0.04045 ? c / 255 / 12.92 : ((c / 255 + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const root = document.querySelector("[data-testid=stBidiComponentIsolated]").shadowRoot;
  const words = document.createTreeWalker(root.querySelector(".wg"), NodeFilter.SHOW_TEXT);
  const found = [];
  while (words.nextNode()) {
    const element = words.currentNode.parentElement;
    if (!words.currentNode.data.trim() || !element.checkVisibility()) continue;
    const under = painted(element);
    const ink = over(channels(getComputedStyle(element).color), under);
    const [most, least] = [light(under), light(ink)].sort((a, b) => b - a);
    found.push([words.currentNode.data, (most + 0.05) / (least + 0.05)]);
  }
  return found;
}
