// Runs first, in words that every browser knows: fills in what those of 2023 lack, and says which ones the page needs
// if it has not started when everything is loaded.
(function () {
  var NEEDED =
    "This page needs Chrome or Edge 111, Firefox 115, Safari 16.4, or a newer one of them. " +
    "If your browser is one of these, a part of the page did not load: reload it.";

  if (typeof Map === "function" && !Map.groupBy) {
    Map.groupBy = function (items, keyOf) {
      var groups = new Map();
      Array.from(items).forEach(function (item, at) {
        var key = keyOf(item, at);
        groups.set(key, (groups.get(key) || []).concat([item]));
      });
      return groups;
    };
  }

  window.addEventListener("load", function () {
    if (document.documentElement.hasAttribute("data-started") && [].toSorted) return;
    var note = document.createElement("p");
    note.className = "notice";
    note.setAttribute("role", "alert");
    note.textContent = NEEDED;
    document.body.insertBefore(note, document.body.firstChild);
  });
})();
