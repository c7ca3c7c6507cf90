// Search over small index files, loaded as scripts so that it works from a disk, under a strict policy.
// Words are folded as `site_gen/export/search/words.py` does; the form of the files is in `files.py` there.
"use strict";
(() => {
  const KINDS = {
    leader: ["Leaders", 1.6], person: ["People", 1.2], agreement: ["Agreements", 1.5], topic: ["Topics", 1.4],
    place: ["Places", 1.3], series: ["Figures", 1.1], event: ["Events", 1], article: ["Articles", 1],
    conflict: ["Disagreements", .9],
  };
  const ONE = {
    leader: "leader", person: "person", agreement: "agreement", topic: "topic", place: "place", series: "figure",
    event: "event", article: "article", conflict: "disagreement",
  };
  const TEXT = [1, 1.4, 1.8, 5], SHOWN = 6, LETTERS = { "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "æ": "ae", "œ": "oe", "ß": "ss" };
  const box = document.getElementById("site-search"), out = document.getElementById("results"),
    status = document.getElementById("status"), kinds = document.getElementById("kinds");
  const root = document.querySelector("link[rel=stylesheet]").getAttribute("href").replace(/static\/.*/, "");
  const shards = new Map(), texts = new Map(), loading = new Map();
  let names = new Set(), skip = new Set(), turn = 0, chosen = "", most = SHOWN;

  const fold = (word) => word.toLowerCase().replace(/[øłđðþıæœß]/g, (c) => LETTERS[c])
    .normalize("NFKD").replace(/[^\p{L}\p{N}]/gu, "").slice(0, 24);
  const split = (text) => text.normalize("NFC").match(/[\p{L}\p{N}]+/gu) || [];
  const name = (start) => [...start].map((c) => c < "\x80" ? c : "_" + c.codePointAt(0).toString(16).padStart(5, "0")).join("");

  window.siteSearch = {
    files(list, left) { names = new Set(list.split(" ")); skip = new Set(left.split(" ")); },
    add(start, ids, records, words) { shards.set(name(start), { ids, records, words }); },
    text(id, entry) { texts.set(id, entry); },
  };

  function load(file) {
    if (!loading.has(file)) loading.set(file, new Promise((done) => {
      const script = document.createElement("script");
      script.src = root + "search/" + file + ".js";
      script.onload = script.onerror = () => done();
      document.head.append(script);
    }));
    return loading.get(file);
  }

  // The files that may hold words beginning with `word`.
  function filesFor(word) {
    for (let n = word.length; n > 1; n--) {
      const start = name(word.slice(0, n));
      if (n < word.length) { if (names.has(start)) return [start]; continue; }
      const longer = word.length > 2 ? [...names].filter((file) => file.startsWith(start) && file !== start) : [];
      if (names.has(start) || longer.length) return [start, ...longer.slice(0, 5)].filter((file) => names.has(file));
    }
    return [];
  }

  // At most `most` letters left out, put in, changed or swapped.
  function near(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return false;
    let two = [], last = Array.from({ length: b.length + 1 }, (_, n) => n);
    for (let i = 1; i <= a.length; i++) {
      const row = [i];
      for (let j = 1; j <= b.length; j++) {
        const same = a[i - 1] === b[j - 1] ? 0 : 1;
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + same);
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], two[j - 2] + 1);
      }
      two = last; last = row;
    }
    return last[b.length] <= most;
  }

  // Entries that a word finds, with what it counts for each; `all` where too many have it to be listed.
  function lookUp(word, files) {
    const found = new Map();
    let all = false, used = [word];
    const take = (fits) => {
      for (const file of files) {
        const shard = shards.get(file);
        for (const [other, [articles, records, more]] of Object.entries(shard ? shard.words : {})) {
          const factor = fits(other);
          if (!factor) continue;
          all = all || Boolean(more);
          if (other !== word) used.push(other);
          const rare = factor / Math.log2(4 + articles.length / 4 + records.length / 4);
          let n = 0;
          for (const step of articles) {
            n += step >> 2;
            put(found, shard.ids.slice(n * 8, n * 8 + 8), null, TEXT[step & 3] * rare);
          }
          n = 0;
          for (const step of records) {
            n += step >> 2;
            const entry = shard.records[n];
            put(found, entry[1] + entry[0], entry, 5 * rare * KINDS[entry[0]][1] * (1 + entry[5] / 9));
          }
        }
      }
    };
    take((other) => other === word ? 1 : other.startsWith(word) ? .55 / (1 + (other.length - word.length) * .15) : 0);
    if (!found.size && word.length > 3) {
      used = [word];
      take((other) => near(word, other, word.length > 7 ? 2 : 1) ? .5 : 0);
    }
    return { found, all, used };
  }

  function put(found, key, entry, score) {
    const known = found.get(key);
    if (!known || known.score < score) found.set(key, { key, entry, score });
  }

  // Entries that every word finds, the best first.
  function rank(sets, words) {
    const strict = sets.filter((set) => !set.all), base = strict.length ? strict : sets;
    if (!base.length) return [];
    const first = base.reduce((a, b) => a.found.size <= b.found.size ? a : b);
    const results = [];
    for (const hit of first.found.values()) {
      let score = 0, missing = false;
      for (const set of sets) {
        const other = set.found.get(hit.key);
        if (other) score += other.score; else if (!set.all) missing = true;
      }
      if (missing) continue;
      if (hit.entry) {
        const title = split(hit.entry[2]).map(fold);
        score *= 1 + words.filter((word) => title.includes(word)).length / (title.length + 1);
      }
      results.push({ ...hit, score, kind: hit.entry ? hit.entry[0] : "article" });
    }
    return results.sort((a, b) => b.score - a.score || (a.key < b.key ? -1 : 1));
  }

  function element(tag, text, kind) {
    const made = document.createElement(tag);
    if (text) made.textContent = text;
    if (kind) made.className = kind;
    return made;
  }

  // `text` with every word that begins with one of `words` marked.
  function marked(text, words, into) {
    let at = 0;
    for (const hit of text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
      const word = fold(hit[0]);
      if (!words.some((wanted) => word.startsWith(wanted))) continue;
      into.append(text.slice(at, hit.index), element("mark", hit[0]));
      at = hit.index + hit[0].length;
    }
    into.append(text.slice(at));
    return into;
  }

  function excerpt(entry, words) {
    let best = -1, most = 0;
    entry.s.forEach((sentence, n) => {
      const here = split(sentence).map(fold);
      const score = words.reduce((sum, word) => sum + (here.includes(word) ? 1 : here.some((w) => w.startsWith(word)) ? .6 : 0), 0);
      if (score > most) { best = n; most = score; }
    });
    return best;
  }

  function cut(text, words) {
    if (text.length <= 240) return text;
    const at = [...text.matchAll(/[\p{L}\p{M}\p{N}]+/gu)].find((hit) => words.some((word) => fold(hit[0]).startsWith(word)));
    const from = Math.max(0, (at ? at.index : 0) - 90);
    const start = from ? text.indexOf(" ", from) + 1 : 0;
    const part = text.slice(start, start + 230).replace(/\s\S*$/, "");
    return (start ? "… " : "") + part + (start + part.length < text.length ? " …" : "");
  }

  const inWords = (date) => /^\d{4}-\d\d-\d\d$/.test(date)
    ? new Date(date + "T00:00:00Z").toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" }) : "";

  function line(result, words) {
    const item = element("li"), heading = element("p", "", "what"), about = element("p", "", "dim");
    const [kind, href, title, note, date] = result.entry || ["article", "", "", "", ""];
    const link = element("a", "", "r " + kind);
    link.href = root + href;
    marked(title, words, link);
    heading.append(link);
    about.textContent = [ONE[kind], note, inWords(date)].filter(Boolean).join(" · ");
    item.append(heading, about);
    if (!result.entry) {
      const text = texts.get(result.key);
      if (!text) { link.textContent = "…"; return item; }
      link.href = root + text.u;
      link.textContent = "";
      marked(text.t, words, link);
      about.textContent = ["article", text.n, inWords(text.d)].filter(Boolean).join(" · ");
      const n = excerpt(text, words);
      if (n >= 0) {
        const quoted = element("p", "", "quoted"), place = element("a", "sentence " + (n + 1), "place");
        marked(cut(text.s[n], words), words, quoted);
        place.href = root + text.u + "#s" + (n + 1);
        quoted.append(" ", place);
        item.append(quoted);
      }
    }
    return item;
  }

  function filters(results, redo) {
    const counts = new Map();
    results.forEach((result) => counts.set(result.kind, (counts.get(result.kind) || 0) + 1));
    if (chosen && !counts.has(chosen)) chosen = "";
    const had = kinds.contains(document.activeElement) ? document.activeElement.value : null;
    kinds.replaceChildren();
    if (counts.size < 2) return;
    for (const kind of ["", ...Object.keys(KINDS).filter((kind) => counts.has(kind))]) {
      const button = element("button", (kind ? KINDS[kind][0] : "All") + " " + (kind ? counts.get(kind) : results.length));
      button.type = "button";
      button.value = kind;
      button.setAttribute("aria-pressed", String(kind === chosen));
      button.addEventListener("click", () => { chosen = kind; most = SHOWN; redo(); });
      kinds.append(button);
      if (had === kind) button.focus();
    }
  }

  async function show(results, words, mine, said) {
    filters(results, () => show(results, words, turn, said));
    const fitting = chosen ? results.filter((result) => result.kind === chosen) : results;
    const shown = fitting.slice(0, most);
    status.textContent = said(fitting.length);
    await Promise.all(shown.filter((result) => !result.entry).map((result) => load("t-" + result.key)));
    if (mine !== turn) return;
    const list = element("ol", "", "found-list");
    list.append(...shown.map((result) => line(result, words)));
    out.replaceChildren(list);
    if (fitting.length > most) {
      const more = element("button", "Show more");
      more.type = "button";
      more.addEventListener("click", async () => {
        const place = most;
        most += SHOWN;
        await show(results, words, turn, said);
        const next = out.querySelectorAll("li .what a")[place];
        if (next) next.focus();
      });
      out.append(more);
    }
  }

  function clear(text) {
    out.replaceChildren();
    kinds.replaceChildren();
    status.textContent = text;
  }

  async function search() {
    const mine = ++turn, typed = box.value.trim();
    most = SHOWN;
    await load("files");
    if (mine !== turn) return;
    const all = split(typed).map(fold).filter(Boolean);
    const kept = [...new Set(all.filter((word) => word.length > 1 && !skip.has(word)))].slice(0, 8);
    if (!kept.length) return clear(typed ? "Type at least two letters of a name or another word." : "");
    const files = kept.map(filesFor);
    await Promise.all(files.flat().map((file) => load("w-" + file)));
    if (mine !== turn) return;
    const sets = kept.map((word, n) => lookUp(word, files[n]));
    const words = [...new Set(sets.flatMap((set) => set.used))].sort((a, b) => b.length - a.length);
    const other = sets.filter((set, n) => set.found.size && set.used.length > 1 && !set.used.slice(1).some((word) => word.startsWith(kept[n])));
    const instead = other.length ? " Nothing has that spelling; shown is " + other.map((set) => set.used.slice(1, 4).join(", ")).join("; ") + "." : "";
    const results = rank(sets, kept);
    if (!results.length) return clear("Nothing found for “" + typed + "”. A to Z lists every record by its title.");
    await show(results, words, mine, (count) => count.toLocaleString("en-GB") + (count === 1 ? " result" : " results") + " for “" + typed + "”." + instead);
  }

  function move(event) {
    const links = [box, ...out.querySelectorAll(".what a")], here = links.indexOf(document.activeElement);
    if (here < 0) return;
    const to = event.key === "ArrowDown" ? here + 1 : event.key === "ArrowUp" ? here - 1 : -1;
    if (event.key === "Escape") {
      if (here === 0 && box.value) { box.value = ""; search(); }
      box.focus();
    } else if (links[to] && (event.key === "ArrowDown" || event.key === "ArrowUp")) {
      links[to].focus();
    } else return;
    event.preventDefault();
  }

  let waiting = 0;
  box.addEventListener("input", () => { clearTimeout(waiting); waiting = setTimeout(search, 120); });
  box.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    try { history.replaceState(null, "", "?q=" + encodeURIComponent(box.value)); } catch { /* from a disk */ }
    search();
  });
  document.addEventListener("keydown", (event) => {
    const typing = /^(?:input|textarea|select)$/i.test(event.target.tagName);
    if (event.key !== "/" || typing || event.ctrlKey || event.metaKey || event.altKey) return move(event);
    event.preventDefault();
    box.focus();
    box.select();
  });
  box.value = new URLSearchParams(location.search).get("q") || "";
  box.setAttribute("autocomplete", "off");
  search();
})();
