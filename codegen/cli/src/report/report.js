"use strict";
// Shows the lists of the report on demand. What is shown is the address: all that one can choose stands behind its `#`.
(() => {
  const byId = (id) => document.getElementById(id);
  const form = byId("filters"), list = byId("list"), status = byId("status");
  const SEVERITIES = ["error", "warning", "note"], STEP = 80;
  const number = (it) => it.toLocaleString("en-US");
  const many = (count, what) => `${number(count)} ${what}${count === 1 ? "" : "s"}`;

  // The data is large, and not needed for the overview.
  let parsed;
  const data = () => (parsed ??= JSON.parse(byId("data").textContent));

  // Elements: text becomes text nodes, so that no word of a page is ever markup.
  const el = (tag, options, ...children) => {
    const it = document.createElement(tag);
    Object.assign(it, options);
    it.append(...children.flat().filter((child) => child !== null && child !== ""));
    return it;
  };
  const span = (className, ...children) => el("span", { className }, ...children);
  const link = ([page, line], text) => {
    const [path, url] = data().pages[page];
    text ??= `${path}:${line}`;
    if (!url) return el("span", { title: `${path}:${line}` }, text);
    return el("a", { href: url, target: "_blank", rel: "noreferrer", title: `${path}:${line}, online` }, text);
  };
  const marked = (text, query) => {
    const at = query ? text.toLowerCase().indexOf(query) : -1;
    if (at < 0) return text;
    const end = at + query.length;
    return [text.slice(0, at), el("mark", {}, text.slice(at, end)), text.slice(end)];
  };

  // What stands between backticks is code.
  const prose = (text) => text.split("`").map((piece, at, all) =>
    at % 2 === 0 ? piece : at === all.length - 1 ? "`" + piece : el("code", {}, piece));

  // What is chosen.
  const FIELDS = ["q", "version", "area", "severity", "code", "kind"];
  const VIEWS = ["overview", "findings", "types", "updates"];
  const choice = () => {
    const chosen = new URLSearchParams(location.hash.slice(1));
    const it = Object.fromEntries(FIELDS.map((name) => [name, chosen.get(name) ?? ""]));
    const asked = FIELDS.some((name) => it[name]) ? "types" : "overview";
    it.view = VIEWS.includes(chosen.get("view")) ? chosen.get("view") : asked;
    return it;
  };
  const address = (it) => {
    const named = ["view", ...FIELDS].filter((name) => it[name]).map((name) => [name, it[name]]);
    return "#" + new URLSearchParams(named);
  };

  // Which items are wanted: a version, an area, and all words of the search somewhere in the item.
  const text = (view, it) => {
    const { pages } = data();
    const rows = it.rows?.map((row) => row[0]).join("\n") ?? "";
    const own = {
      types: () => [it.namespace, it.name, it.said.join("\n")],
      updates: () => [it.title, it.body, it.lines.map((line) => line[0]).join("\n"), it.said.flat().join("\n")],
      findings: () => [it.message, it.hint, it.by, it.lines.map((line) => line.slice(1).join("")).join("\n")],
    };
    return [...own[view](), pages[it.at[0]][0], rows].join("\n").toLowerCase();
  };
  const wanted = (chosen) => {
    const { versions, areas, codes } = data();
    const words = chosen.q.toLowerCase().split(/\s+/).filter(Boolean);
    const version = versions.indexOf(chosen.version), area = areas.indexOf(chosen.area);
    const code = codes.findIndex((it) => it.name === chosen.code);
    const { view, kind, severity } = chosen;
    const fits = (it) =>
      (!chosen.version || it.version === version) && (!chosen.area || it.area === area) &&
      (view !== "types" || !kind || it.kind === kind) &&
      (view !== "findings" || ((!chosen.code || it.code === code) && (!severity || codes[it.code].severity === severity))) &&
      words.every((word) => (it.text ??= text(view, it)).includes(word));
    return data()[view].filter(fits);
  };
  // The name that was looked for first, then names that begin so, then those that hold it, then all else.
  const ranked = (items, query) => {
    if (!query) return items;
    const rank = (it) => {
      const name = (it.name ?? it.body).toLowerCase();
      return name === query ? 0 : name.startsWith(query) ? 1 : name.includes(query) ? 2 : 3;
    };
    return items.map((it) => [rank(it), it]).sort((one, other) => one[0] - other[0]).map(([, it]) => it);
  };

  // A long list is made piece by piece, as one comes to its end.
  const pieces = (box, items, make) => {
    let at = 0;
    const end = el("button", { type: "button", className: "more" });
    const grow = () => {
      end.remove();
      box.append(...items.slice(at, (at += STEP)).map(make));
      if (at < items.length) {
        end.textContent = `Show more of ${number(items.length - at)}`;
        box.append(end);
        watcher.observe(end);
      }
    };
    const watcher = new IntersectionObserver((all) => {
      if (all.some((it) => it.isIntersecting)) {
        watcher.disconnect();
        grow();
      }
    }, { rootMargin: "600px" });
    end.addEventListener("click", grow);
    grow();
  };
  // What is folded is made when it is opened.
  const folded = (className, summary, inside) => {
    const it = el("details", { className }, el("summary", {}, summary));
    it.addEventListener("toggle", () => it.open && it.children.length === 1 && it.append(inside()));
    return it;
  };

  const rows = (it, query, numbers) => {
    const cell = (...children) => el("td", {}, ...children);
    const row = ([name, type, said, at]) => {
      const elsewhere = at[0] === it.at[0] ? "" : ` on ${data().pages[at[0]][0]}`;
      const what = numbers ? span("", type) : span("code", type);
      return el("tr", {}, cell(marked(name, query)), cell(what), cell(said + elsewhere), cell(link(at, `${at[1]}`)));
    };
    const className = numbers ? "properties numbers" : "properties";
    return el("table", { className }, el("tbody", {}, it.rows.map(row)));
  };
  const repairs = (it) => it.repairs.map((why) => el("p", {}, span("soft", "Repaired: "), why));
  // The property that a search found, where the name does not show it.
  const hit = (it, name, query) => {
    if (!query || name.toLowerCase().includes(query)) return null;
    const row = it.rows.find((row) => row[0].toLowerCase().includes(query));
    return row ? span("", marked(row[0], query)) : null;
  };
  const place = (it) => {
    const { versions, areas } = data();
    return span("small", `${areas[it.area]}, ${versions[it.version]}`);
  };

  const make = {
    types: (it, query) => {
      const name = it.namespace === "microsoft.graph" ? null : span("", it.namespace);
      const said = it.said.map((word) => span("", word));
      const summary = [
        span("title", marked(it.name, query)), span("small kind", it.kind), place(it), span("end", number(it.rows.length)),
        span("sub", link(it.at), name, ...said, hit(it, it.name, query)),
      ];
      const also = () => it.also.map((at) => el("p", {}, span("soft", "Also described on "), link(at)));
      return folded("item", summary, () =>
        el("div", { className: "inside" }, also(), repairs(it), rows(it, query, it.kind === "enum")));
    },
    updates: (it, query) => {
      const first = span("path", "PATCH ", marked(it.lines[0][0], query));
      const more = it.lines.length > 1 ? span("", `and ${it.lines.length - 1} more`) : null;
      const summary = [
        span("title", it.title), span("small kind", ""), place(it), span("end", number(it.settable)),
        span("sub", first, more, link(it.at), hit(it, it.title + it.body + it.lines[0][0], query)),
      ];
      const lines = () => it.lines.map(([path, at]) =>
        el("p", {}, span("path", "PATCH ", path), " ", link(at, `:${at[1]}`)));
      const said = () => it.said.map(([what, words]) => el("p", {}, span("soft", `${what}: `), words));
      return folded("item", summary, () =>
        el("div", { className: "inside" }, lines(), said(), repairs(it), rows(it, query, false)));
    },
    findings: (it, query) => {
      const [, line] = it.at, where = `${data().pages[it.at[0]][0]}:${line}:${it.column}`;
      const line_of = ([number, before, part, behind]) =>
        [span("number", `${number}`), before, el("mark", {}, part), behind + "\n"];
      return el("div", { className: "finding" },
        el("p", {}, span("path", link(it.at, where), it.by ? span("soft", ` included by ${it.by}`) : "")),
        el("p", {}, prose(it.message)),
        it.hint ? el("p", { className: "soft" }, prose(it.hint)) : "",
        it.lines.length ? el("pre", {}, it.lines.flatMap(line_of)) : "");
    },
  };

  const group = (code, items, query) => {
    const about = data().codes[code];
    const summary = [
      span(`severity ${about.severity}`, about.severity), span("title code", about.name), span("about", prose(about.about)),
      span("end", number(items.length)),
    ];
    return folded("group", summary, () => {
      const body = el("div", { className: "body" }, el("p", { className: "explanation" }, prose(about.about)));
      if (about.example) body.append(el("p", { className: "soft" }, "For example:"), el("pre", {}, about.example));
      const all = el("div", { className: "findings" });
      body.append(all);
      pieces(all, items, (it) => make.findings(it, query));
      return body;
    });
  };
  const findings = (items, chosen, query) => {
    const groups = new Map();
    items.forEach((it) => groups.set(it.code, [...(groups.get(it.code) ?? []), it]));
    const made = [...groups].sort(([one], [other]) => one - other).map(([code, all]) => group(code, all, query));
    // Few are opened at once: one has looked for them.
    if (made.length === 1 || (items.length <= 20 && chosen.q)) made.forEach((it) => (it.open = true));
    list.append(...made);
  };

  const summary = (view, shown, items) => {
    const of = data()[view].length, all = shown === of ? number(of) : `${number(shown)} of ${number(of)}`;
    if (view === "findings") {
      const count = (severity) => items.filter((it) => data().codes[it.code].severity === severity).length;
      const counts = SEVERITIES.map((it) => [count(it), it]).filter(([count]) => count > 0);
      return `${all} findings: ${counts.map(([count, it]) => many(count, it)).join(", ")}`;
    }
    return view === "types" ? `${all} types, with the number of their own properties or members`
      : `${all} updates, with the number of properties that can be set`;
  };

  const show = () => {
    const chosen = choice(), { view } = chosen, query = chosen.q.trim().toLowerCase();
    document.querySelectorAll("nav a").forEach((it) => {
      const own = { ...chosen, view: it.dataset.view };
      it.href = address(own);
      it.toggleAttribute("aria-current", own.view === view);
      if (own.view === view) it.setAttribute("aria-current", "page");
    });
    for (const name of FIELDS) {
      const field = form.elements[name];
      if (field.value !== chosen[name]) field.value = chosen[name];
      field.classList.toggle("on", chosen[name] !== "");
    }
    document.querySelectorAll("[data-for]").forEach((it) => (it.hidden = it.dataset.for !== view));
    byId("clear").hidden = !FIELDS.some((name) => chosen[name]);
    const isOverview = view === "overview";
    byId("overview").hidden = !isOverview;
    byId("results").hidden = isOverview;
    document.querySelectorAll(".version").forEach((it) =>
      (it.hidden = chosen.version !== "" && it.dataset.version !== chosen.version));
    document.querySelectorAll(".areas tbody tr").forEach((it) =>
      (it.hidden = chosen.area !== "" && it.cells[0].textContent !== chosen.area));
    if (isOverview) return;
    const items = wanted(chosen);
    list.replaceChildren();
    status.textContent = items.length ? summary(view, items.length, items) : "";
    if (items.length === 0) list.append(el("p", { className: "empty" }, "Nothing here is like that."));
    else if (view === "findings") findings(items, chosen, query);
    else pieces(list, ranked(items, query), (it) => make[view](it, query));
    if (items.length === 1 && view !== "findings") list.firstElementChild.open = true;
  };

  const go = (it, replace) => {
    history[replace ? "replaceState" : "pushState"](null, "", address(it));
    show();
  };
  const chosen = () => ({ view: choice().view, ...Object.fromEntries(FIELDS.map((name) => [name, form.elements[name].value])) });
  const fromOverview = (it) => (it.view === "overview" && it.q ? { ...it, view: "types" } : it);
  let waiting;
  form.addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => go(fromOverview(chosen()), event.target.name === "q"), event.target.name === "q" ? 120 : 0);
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    go({ view: choice().view }, false);
  });
  addEventListener("hashchange", () => {
    show();
    scrollTo(0, 0);
  });
  addEventListener("popstate", show);
  addEventListener("keydown", (event) => {
    if (event.key !== "/" || event.target.matches("input, select, textarea")) return;
    event.preventDefault();
    form.elements.q.focus();
  });

  // Columns of numbers begin with the most, the names with the first.
  const sorted = (head) => {
    const table = head.closest("table"), column = head.cellIndex, isName = head.classList.contains("name");
    const first = isName ? "ascending" : "descending", second = isName ? "descending" : "ascending";
    const order = head.ariaSort === first ? second : first;
    table.querySelectorAll("thead th").forEach((it) => it.removeAttribute("aria-sort"));
    head.setAttribute("aria-sort", order);
    const value = (row) => {
      const text = row.cells[column].textContent.trim();
      return isName ? text : Number(text.replaceAll(",", "")) || 0;
    };
    const compared = (one, other) => (one < other ? -1 : one > other ? 1 : 0) * (order === "ascending" ? 1 : -1);
    const rows = [...table.tBodies[0].rows].sort((one, other) => compared(value(one), value(other)));
    table.tBodies[0].append(...rows);
  };
  document.querySelectorAll(".areas thead th").forEach((it) => {
    it.tabIndex = 0;
    it.addEventListener("click", () => sorted(it));
    it.addEventListener("keydown", (event) => event.key === "Enter" && sorted(it));
  });
  show();
})();
