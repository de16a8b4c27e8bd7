// Says what the colours mean.

{
  const place = document.getElementById("legend");
  const add = (kind, words) => {
    const dot = panel.element("span", "");
    dot.className = kind;
    place.append(dot, words);
  };
  noteGraph.bands.forEach(({ name, least }, index, bands) => {
    const words = index === 0 ? `under ${percent(bands[1].least)}` : percent(least);
    add(name, index === bands.length - 1 ? `${words} recall` : words);
  });
  add("unknown", "no reviews");
  add("missing", "no note yet");
}
