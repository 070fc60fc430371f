// The style sheet of shared results, fetched with the first component that needs it, and there before it shows.
const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet", href: "/css/share.css" });

await new Promise((settled) => {
  sheet.onload = settled;
  sheet.onerror = settled; // without it everything still works, and looks plain
  document.head.append(sheet);
});
