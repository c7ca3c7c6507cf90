// Follows the builds of `site-gen serve`: reloads the page where it stands, or shows what is wrong on top of it.
(() => {
  "use strict";
  const place = "site-gen scroll " + location.pathname;
  const kept = sessionStorage.getItem(place);
  if (kept) {
    sessionStorage.removeItem(place);
    addEventListener("load", () => scrollTo(0, Number(kept)));
  }

  let edition = Number(document.currentScript.dataset.edition);
  let panel = null;

  function show(problems) {
    if (panel) panel.remove();
    panel = null;
    if (!problems.length) return;
    panel = document.createElement("dialog");
    const title = document.createElement("h2");
    title.textContent = problems.length === 1 ? "One problem in the content" : problems.length + " problems in the content";
    const text = document.createElement("pre");
    text.textContent = problems.join("\n\n");
    const close = document.createElement("button");
    close.textContent = "Close";
    close.addEventListener("click", () => panel.close());
    panel.append(title, text, close);
    Object.assign(panel.style, { maxWidth: "60rem", border: "2px solid #b3261e", borderRadius: "6px", padding: "1.5rem" });
    Object.assign(text.style, { whiteSpace: "pre-wrap", overflow: "auto", maxHeight: "60vh" });
    document.body.append(panel);
    panel.showModal();
  }

  new EventSource("/-/news").addEventListener("message", (message) => {
    const news = JSON.parse(message.data);
    if (news.edition !== edition) {
      sessionStorage.setItem(place, String(scrollY));
      location.reload();
    } else if (JSON.stringify(news.problems) !== show.last) {
      show.last = JSON.stringify(news.problems);
      show(news.problems);
    }
  });
})();
