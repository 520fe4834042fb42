'use strict';
// The page of a deck: draws what deck_page.cpp wrote into #data. Nothing is loaded from elsewhere.
(() => {
  const deck = JSON.parse(document.getElementById('data').textContent);
  const at = (id) => document.getElementById(id);
  const svg = (name, attributes = {}) => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
    return element;
  };
  const html = (name, className, text) => {
    const element = document.createElement(name);
    if (className) element.className = className;
    if (text !== undefined) element.textContent = text;
    return element;
  };

  const words = {
    theme: ['Chuyên đề', 'Theme'],
    period: ['Kỳ', 'Period'],
    language: ['English', 'Tiếng Việt'],
    search: ['Tìm xã, phường', 'Find a commune'],
    next: ['Cảnh sau (→)', 'Next scene (→)'],
    back: ['Cảnh trước (←)', 'Previous scene (←)'],
    closer: ['Phóng to (+)', 'Zoom in (+)'],
    farther: ['Thu nhỏ (−)', 'Zoom out (−)'],
    whole: ['Toàn cảnh (0)', 'Whole map (0)'],
    map: ['Bản đồ', 'Map'],
    classOf: ['Lớp', 'Class'],
    own: ['tự chọn', 'your choice'],
  };

  const state = { lang: deck.lang, scene: 0, theme: '', period: '', selected: -1, moved: false };
  const view = { k: 1, x: 0, y: 0, whole: 1 };
  const largestCircle = 26; // pixels, in the whole map

  const index = () => (state.lang === 'vi' ? 0 : 1);
  const say = (text) => (typeof text === 'string' ? text : text[index()]);
  const capital = (text) => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1);
  // Numbers come as Vietnamese writes them; English swaps the marks.
  const number = (text) => (state.lang === 'vi' ? text : text.replace(/[.,]/g, (c) => (c === '.' ? ',' : '.')));
  const plain = (text) =>
    text.normalize('NFD').replace(/[\u0300-\u036f]/g, '').replace(/[đĐ]/g, 'd').toLowerCase();

  // ---- shapes ----

  /** Arcs as lists x0 y0 x1 y1 ... (see step_text in deck_shapes.hpp). */
  function readArcs(text) {
    return text.split(' ').map((part) => {
      let place = 0;
      const step = () => {
        let value = 0;
        let weight = 1;
        for (;;) {
          const letter = part.charCodeAt(place++);
          const five = (letter === 33 ? 92 : letter) - 63;
          value += (five & 31) * weight;
          weight *= 32;
          if (five < 32) return value % 2 ? -(value - 1) / 2 : value / 2;
        }
      };
      const points = [];
      let x = 0;
      let y = 0;
      while (place < part.length) {
        x += step();
        y += step();
        points.push(x, y);
      }
      return points;
    });
  }

  function arcPath(points, start) {
    let path = start ? `M${points[0]} ${points[1]}` : '';
    for (let i = 2; i < points.length; i += 2) path += `L${points[i]} ${points[i + 1]}`;
    return path;
  }

  function reversed(points) {
    const out = [];
    for (let i = points.length - 2; i >= 0; i -= 2) out.push(points[i], points[i + 1]);
    return out;
  }

  /** Paths, borders and label places of one set of units; made once, when first shown. */
  function makeVintage(id) {
    const data = deck.vintages[id];
    const { x, y, s, w, h } = data.shapes;
    const arcs = readArcs(data.shapes.arcs);
    const users = arcs.map(() => []);
    const fills = svg('g');
    const boxes = [];
    const paths = data.shapes.rings.map((rings, unit) => {
      const box = [Infinity, Infinity, -Infinity, -Infinity];
      const path = rings
        .map((ring) => {
          const parts = ring.map((arc, i) => {
            const number = arc < 0 ? ~arc : arc;
            users[number].push(unit);
            const points = arc < 0 ? reversed(arcs[number]) : arcs[number];
            for (let j = 0; j < points.length; j += 2) {
              box[0] = Math.min(box[0], points[j]);
              box[1] = Math.min(box[1], points[j + 1]);
              box[2] = Math.max(box[2], points[j]);
              box[3] = Math.max(box[3], points[j + 1]);
            }
            return arcPath(points, i === 0);
          });
          return parts.join('') + 'Z';
        })
        .join('');
      boxes.push(box);
      const element = svg('path', { d: path, 'data-unit': unit, 'fill-rule': 'evenodd' });
      fills.append(element);
      return element;
    });
    const anchors = [];
    for (let i = 0; i < data.anchors.length; i += 3)
      anchors.push([(data.anchors[i] - x) * s, (y - data.anchors[i + 1]) * s, data.anchors[i + 2] * s]);
    const toGrid = (box) => [(box[0] - x) * s, (y - box[3]) * s, (box[2] - x) * s, (y - box[1]) * s];
    return { data, arcs, users, fills, paths, boxes, anchors, toGrid, whole: [0, 0, w, h], widths: [] };
  }

  const vintages = {};
  const vintageOf = (id) => (vintages[id] = vintages[id] || makeVintage(id));

  // ---- what is shown ----

  const themeOf = (id) => deck.themes.find((theme) => theme.id === id);
  const sceneShown = () => {
    const scene = deck.scenes[state.scene];
    return scene && scene.theme === state.theme && scene.period === state.period ? scene : null;
  };
  const mapShown = () => themeOf(state.theme).maps[state.period];
  const vintageShown = () => vintageOf(mapShown().vintage);
  const unitsShown = () => {
    const scene = sceneShown();
    return scene && scene.units ? scene.units : vintageShown().paths.map((_, unit) => unit);
  };
  const classOf = (map, byte) =>
    byte === 255 ? map.noData : byte === 254 ? map.notApplicable : byte === 253 ? map.outOfRange : map.classes[byte];
  const fullName = (vintage, unit) => {
    const type = vintage.data.types[unit];
    return type ? `${type} ${vintage.data.names[unit]}` : vintage.data.names[unit];
  };
  /** The value with its unit; the class's label where there is none. */
  function valueOf(map, unit) {
    const text = map.values[unit];
    if (!text) return say(classOf(map, map.of[unit])[0]);
    const theme = themeOf(state.theme);
    const measure = say(text === '1' ? theme.unitOfOne : theme.unit);
    return measure ? `${number(text)} ${measure}` : number(text);
  }

  // ---- drawing ----

  /** Hatches, as the fills of the classes need them: none, forward, backward, cross, dots. Those of the map
      keep their size when it is enlarged. */
  function paintOf(one, where) {
    const [, fill, hatch, ink] = one;
    if (!hatch) return fill;
    const id = `${where}-${fill.slice(1)}-${hatch}`;
    if (!at(id)) {
      const pattern = svg('pattern', { id, patternUnits: 'userSpaceOnUse', width: 10, height: 10 });
      pattern.append(svg('rect', { width: 10, height: 10, fill }));
      const stroke = { stroke: ink, 'stroke-width': 1.6, fill: 'none' };
      if (hatch === 1 || hatch === 3) pattern.append(svg('path', { d: 'M-1 1L1 -1M0 10L10 0M9 11L11 9', ...stroke }));
      if (hatch === 2 || hatch === 3) pattern.append(svg('path', { d: 'M-1 9L1 11M0 0L10 10M9 -1L11 1', ...stroke }));
      if (hatch === 4) pattern.append(svg('circle', { cx: 5, cy: 5, r: 1.6, fill: ink }));
      at('patterns').append(pattern);
    }
    return `url(#${id})`;
  }

  function drawBorders(vintage, shown) {
    const visible = new Set(shown);
    const districts = vintage.data.districts;
    const lines = { inner: '', between: '', outer: '' };
    vintage.arcs.forEach((points, arc) => {
      const users = vintage.users[arc].filter((unit) => visible.has(unit));
      if (!users.length || points.length < 4) return;
      const kind =
        users.length === 1 ? 'outer' : districts[users[0]] !== districts[users[1]] ? 'between' : 'inner';
      lines[kind] += arcPath(points, true);
    });
    for (const kind of Object.keys(lines)) at(kind).setAttribute('d', lines[kind]);
  }

  function drawChosen() {
    const scene = sceneShown();
    const units = new Set(scene ? scene.selection : []);
    if (state.selected >= 0) units.add(state.selected);
    const vintage = vintageShown();
    const path = [...units].map((unit) => vintage.paths[unit].getAttribute('d')).join('');
    at('halo').setAttribute('d', path);
    at('chosen').setAttribute('d', path);
  }

  function drawMap() {
    const vintage = vintageShown();
    const map = mapShown();
    const shown = unitsShown();
    const visible = new Set(shown);
    if (at('fills').firstChild !== vintage.fills) at('fills').replaceChildren(vintage.fills);
    vintage.paths.forEach((path, unit) => {
      path.setAttribute('fill', paintOf(classOf(map, map.of[unit]), 'map'));
      path.classList.toggle('off', !visible.has(unit));
    });
    drawBorders(vintage, shown);
    drawChosen();
    place();
  }

  /** Circles of a theme that has them; they grow with the map, but less. */
  function drawCircles() {
    const { circles } = mapShown();
    const vintage = vintageShown();
    const radius = largestCircle * Math.sqrt(view.k / view.whole);
    const drawn = (circles ? unitsShown() : [])
      .filter((unit) => circles[unit] > 0)
      .map((unit) => {
        const [x, y] = vintage.anchors[unit];
        return svg('circle', { cx: x * view.k + view.x, cy: y * view.k + view.y, r: radius * circles[unit] });
      });
    at('circles').replaceChildren(...drawn);
  }

  /** Names where their unit has room for them, and of every chosen unit. */
  function drawNames() {
    const vintage = vintageShown();
    const scene = sceneShown();
    const chosen = new Set(scene ? scene.selection : []);
    chosen.add(state.selected);
    const names = [];
    const { width, height } = at('map').getBoundingClientRect();
    const taken = drawRemarks(vintage, scene, width);
    for (const unit of unitsShown()) {
      const [x, y, radius] = vintage.anchors[unit];
      const name = vintage.data.names[unit];
      const left = x * view.k + view.x;
      const top = y * view.k + view.y;
      if (left < 0 || top < 0 || left > width || top > height) continue;
      if (!chosen.has(unit) && 2.3 * radius * view.k < 7.4 * name.length) continue;
      const half = 3.7 * name.length;
      if (taken.some(([a, b, c, d]) => left + half > a && left - half < c && top + 9 > b && top - 9 < d)) continue;
      const text = svg('text', { x: left, y: top + 5 });
      text.textContent = name;
      names.push(text);
    }
    at('labels').replaceChildren(...names);
  }

  /** Remarks on plates with a line to their unit; returns the boxes they take. */
  function drawRemarks(vintage, scene, width) {
    const remarks = [];
    const boxes = [];
    for (const [[unit], text] of scene ? scene.remarks : []) {
      const [ax, ay] = vintage.anchors[unit];
      const x = ax * view.k + view.x;
      const y = ay * view.k + view.y;
      const half = 5 * say(text).length + 12;
      const middle = Math.min(Math.max(x + 40, half), Math.max(width - half, half));
      const top = Math.max(y - 90, 4);
      const label = svg('text', { x: middle, y: top + 22 });
      label.textContent = say(text);
      remarks.push(svg('line', { x1: x, y1: y, x2: middle, y2: top + 32 }));
      remarks.push(svg('rect', { x: middle - half, y: top, width: 2 * half, height: 32, rx: 5 }), label);
      boxes.push([middle - half, top, middle + half, top + 32]);
    }
    at('remarks').replaceChildren(...remarks);
    return boxes;
  }

  function drawLegend() {
    const map = mapShown();
    const counts = new Map();
    for (const unit of unitsShown()) counts.set(map.of[unit], (counts.get(map.of[unit]) || 0) + 1);
    const bytes = map.classes.map((_, i) => i).concat([255, 254, 253].filter((byte) => counts.has(byte)));
    at('legend-title').textContent = say(themeOf(state.theme).legend);
    at('legend').replaceChildren(
      ...bytes.map((byte) => {
        const one = classOf(map, byte);
        const row = html('li');
        const box = svg('svg', { viewBox: '0 0 40 24' });
        box.append(svg('rect', { width: 40, height: 24, fill: paintOf(one, 'legend') }));
        row.append(box, html('span', 'label', capital(say(one[0]))), html('span', 'count', String(counts.get(byte) || 0)));
        return row;
      }),
    );
  }

  function drawList() {
    const vintage = vintageShown();
    const map = mapShown();
    const wanted = plain(at('search').value.trim());
    const rows = unitsShown()
      .filter((unit) => !wanted || plain(fullName(vintage, unit) + ' ' + vintage.data.districts[unit]).includes(wanted))
      .sort((a, b) => vintage.data.names[a].localeCompare(vintage.data.names[b], 'vi'))
      .map((unit) => {
        const button = html('button');
        button.type = 'button';
        button.dataset.unit = unit;
        button.setAttribute('aria-pressed', String(unit === state.selected));
        const swatch = html('i');
        swatch.style.background = classOf(map, map.of[unit])[1];
        button.append(swatch, html('span', 'name', fullName(vintage, unit)), html('span', 'value', valueOf(map, unit)));
        const row = html('li');
        row.append(button);
        return row;
      });
    at('units').replaceChildren(...rows);
  }

  /** A sentence in which **words between stars** are bold. */
  function setMessage(text) {
    const parts = text.split('**').map((part, i) => (i % 2 ? html('strong', '', part) : part));
    at('message').replaceChildren(...parts);
  }

  function drawWords() {
    const scene = sceneShown();
    const map = mapShown();
    const theme = themeOf(state.theme);
    document.documentElement.lang = state.lang;
    document.title = say(deck.title) || say(theme.title);
    at('title').textContent = say(scene ? scene.title : theme.title);
    at('subtitle').textContent = say(scene ? scene.subtitle : map.subtitle);
    setMessage(say(scene ? scene.message : map.message));
    at('source').textContent = say(deck.source);
    at('place').textContent = scene ? `${state.scene + 1}/${deck.scenes.length}` : say(words.own);
    at('back').disabled = state.scene <= 0 && scene !== null;
    at('next').disabled = state.scene >= deck.scenes.length - 1 && scene !== null;
    at('language').textContent = say(words.language);
    at('search').placeholder = say(words.search);
    at('map').setAttribute('aria-label', `${say(words.map)}: ${at('title').textContent}`);
    for (const id of ['next', 'back', 'closer', 'farther', 'whole']) {
      at(id).title = say(words[id]);
      at(id).setAttribute('aria-label', say(words[id]));
    }
    for (const place of document.querySelectorAll('[data-say]')) place.textContent = say(words[place.dataset.say]);
  }

  function fillChoices() {
    at('theme').replaceChildren(...deck.themes.map((theme) => new Option(say(theme.title), theme.id)));
    at('theme').value = state.theme;
    const maps = themeOf(state.theme).maps;
    const periods = deck.periods.filter(([id]) => id in maps);
    at('period').replaceChildren(...periods.map(([id, title]) => new Option(say(title), id)));
    at('period').value = state.period;
    at('period').parentElement.hidden = periods.length === 0;
  }

  function drawAll() {
    hideTip();
    fillChoices();
    drawWords();
    drawLegend();
    drawList();
    drawMap();
  }

  // ---- moving about ----

  function place() {
    at('world').setAttribute('transform', `matrix(${view.k} 0 0 ${view.k} ${view.x} ${view.y})`);
    for (const pattern of at('patterns').children)
      if (pattern.id.startsWith('map')) pattern.setAttribute('patternTransform', `scale(${1 / view.k})`);
    drawCircles();
    drawNames();
  }

  function fit(box) {
    const { width, height } = at('map').getBoundingClientRect();
    const margin = 14;
    view.k = Math.min((width - 2 * margin) / (box[2] - box[0] || 1), (height - 2 * margin) / (box[3] - box[1] || 1));
    view.x = width / 2 - (view.k * (box[0] + box[2])) / 2;
    view.y = height / 2 - (view.k * (box[1] + box[3])) / 2;
    const whole = vintageShown().whole;
    view.whole = Math.min(width / whole[2], height / whole[3]);
    state.moved = false;
    place();
  }

  function fitShown() {
    const vintage = vintageShown();
    const scene = sceneShown();
    if (scene && scene.world) return fit(vintage.toGrid(scene.world));
    if (!scene || !scene.units) return fit(vintage.whole);
    const hull = [Infinity, Infinity, -Infinity, -Infinity];
    for (const unit of scene.units) {
      const box = vintage.boxes[unit];
      for (const side of [0, 1]) {
        hull[side] = Math.min(hull[side], box[side]);
        hull[side + 2] = Math.max(hull[side + 2], box[side + 2]);
      }
    }
    fit(hull);
  }

  function zoom(factor, x, y) {
    const { width, height } = at('map').getBoundingClientRect();
    const px = x === undefined ? width / 2 : x;
    const py = y === undefined ? height / 2 : y;
    const whole = vintageShown().whole;
    const least = (0.5 * Math.min(width, height)) / Math.max(whole[2], whole[3]);
    const k = Math.min(Math.max(view.k * factor, least), least * 200);
    view.x = px - ((px - view.x) * k) / view.k;
    view.y = py - ((py - view.y) * k) / view.k;
    view.k = k;
    state.moved = true;
    place();
  }

  function pan(dx, dy) {
    view.x += dx;
    view.y += dy;
    state.moved = true;
    place();
  }

  // ---- what readers do ----

  function showScene(number) {
    const scene = deck.scenes[number];
    if (!scene) return;
    Object.assign(state, { scene: number, theme: scene.theme, period: scene.period, selected: -1 });
    drawAll();
    fitShown();
  }

  function showTheme(theme, period) {
    const maps = themeOf(theme).maps;
    const known = deck.periods.map(([id]) => id).filter((id) => id in maps);
    const before = vintageShown();
    state.theme = theme;
    state.period = period in maps ? period : known.length ? known[known.length - 1] : Object.keys(maps)[0];
    const same = before === vintageShown();
    if (!same) state.selected = -1;
    drawAll();
    if (!same || !state.moved) fitShown();
  }

  function select(unit, centre) {
    state.selected = unit === state.selected ? -1 : unit;
    drawChosen();
    drawList();
    if (centre && state.selected >= 0) {
      const box = vintageShown().boxes[unit];
      const grow = 1.2 * Math.max(box[2] - box[0], box[3] - box[1]);
      fit([box[0] - grow, box[1] - grow, box[2] + grow, box[3] + grow]);
      state.moved = true;
    } else {
      drawNames();
    }
  }

  function showTip(unit, x, y) {
    const vintage = vintageShown();
    const map = mapShown();
    const value = valueOf(map, unit);
    const label = say(classOf(map, map.of[unit])[0]);
    const rows = [html('strong', '', fullName(vintage, unit))];
    if (vintage.data.districts[unit]) rows.push(html('span', 'row', vintage.data.districts[unit]));
    rows.push(html('span', 'row value', `${say(themeOf(state.theme).title)}: ${value}`));
    if (label !== value) rows.push(html('span', 'row class', `${say(words.classOf)}: ${label}`));
    const tip = at('tip');
    tip.replaceChildren(...rows);
    tip.hidden = false;
    const stage = at('stage').getBoundingClientRect();
    const left = x + 16 + tip.offsetWidth > stage.width ? x - 16 - tip.offsetWidth : x + 16;
    const top = y + 16 + tip.offsetHeight > stage.height ? y - 16 - tip.offsetHeight : y + 16;
    tip.style.left = `${Math.max(0, left)}px`;
    tip.style.top = `${Math.max(0, top)}px`;
  }

  function hideTip() {
    at('tip').hidden = true;
  }

  function listenToPointer() {
    const map = at('map');
    const fingers = new Map();
    let travelled = 0;
    const inMap = (event) => {
      const box = map.getBoundingClientRect();
      return [event.clientX - box.left, event.clientY - box.top];
    };
    map.addEventListener('pointerdown', (event) => {
      fingers.set(event.pointerId, inMap(event));
      travelled = 0;
    });
    map.addEventListener('pointermove', (event) => {
      const now = inMap(event);
      const before = fingers.get(event.pointerId);
      if (!before) {
        const unit = event.target.dataset ? event.target.dataset.unit : undefined;
        if (unit === undefined) hideTip();
        else showTip(Number(unit), now[0], now[1]);
        return;
      }
      const others = [...fingers.entries()].filter(([id]) => id !== event.pointerId).map(([, point]) => point);
      const dx = now[0] - before[0];
      const dy = now[1] - before[1];
      travelled += Math.hypot(dx, dy);
      fingers.set(event.pointerId, now);
      if (others.length === 1) {
        const [other] = others;
        const apart = Math.hypot(before[0] - other[0], before[1] - other[1]) || 1;
        zoom(Math.hypot(now[0] - other[0], now[1] - other[1]) / apart, other[0], other[1]);
      } else if (travelled > 4) {
        if (!map.hasPointerCapture(event.pointerId)) map.setPointerCapture(event.pointerId);
        map.classList.add('moving');
        hideTip();
        pan(dx, dy);
      }
    });
    const lift = (event) => {
      const there = fingers.delete(event.pointerId);
      map.classList.remove('moving');
      if (!there || travelled > 4 || event.type !== 'pointerup') return;
      const unit = event.target.dataset ? event.target.dataset.unit : undefined;
      if (unit === undefined) {
        if (state.selected >= 0) select(state.selected, false);
        return;
      }
      const [x, y] = inMap(event);
      select(Number(unit), false);
      if (event.pointerType === 'touch') showTip(Number(unit), x, y);
    };
    map.addEventListener('pointerup', lift);
    map.addEventListener('pointercancel', lift);
    map.addEventListener('pointerleave', hideTip);
    map.addEventListener(
      'wheel',
      (event) => {
        event.preventDefault();
        const [x, y] = inMap(event);
        zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), x, y);
      },
      { passive: false },
    );
  }

  const step = (by) => showScene(Math.min(Math.max(state.scene + by, 0), deck.scenes.length - 1));

  function listenToKeys() {
    const actions = {
      ArrowRight: () => step(1),
      PageDown: () => step(1),
      ' ': () => step(1),
      ArrowLeft: () => step(-1),
      PageUp: () => step(-1),
      Home: () => showScene(0),
      End: () => showScene(deck.scenes.length - 1),
      '+': () => zoom(1.4),
      '=': () => zoom(1.4),
      '-': () => zoom(1 / 1.4),
      0: fitShown,
      l: () => setLanguage(state.lang === 'vi' ? 'en' : 'vi'),
      Escape: () => state.selected >= 0 && select(state.selected, false),
    };
    document.addEventListener('keydown', (event) => {
      const typing = ['INPUT', 'SELECT'].includes(event.target.tagName);
      if (typing || event.ctrlKey || event.altKey || event.metaKey) return;
      if (event.key === ' ' && event.target.tagName === 'BUTTON') return;
      const action = actions[event.key];
      if (action) action();
      else if (/^[1-9]$/.test(event.key)) showScene(Number(event.key) - 1);
      else return;
      event.preventDefault();
    });
  }

  function setLanguage(lang) {
    state.lang = lang;
    drawAll();
  }

  function listen() {
    at('theme').addEventListener('change', (event) => showTheme(event.target.value, state.period));
    at('period').addEventListener('change', (event) => showTheme(state.theme, event.target.value));
    at('language').addEventListener('click', () => setLanguage(state.lang === 'vi' ? 'en' : 'vi'));
    at('next').addEventListener('click', () => (sceneShown() ? step(1) : showScene(state.scene)));
    at('back').addEventListener('click', () => (sceneShown() ? step(-1) : showScene(state.scene)));
    at('closer').addEventListener('click', () => zoom(1.4));
    at('farther').addEventListener('click', () => zoom(1 / 1.4));
    at('whole').addEventListener('click', fitShown);
    at('search').addEventListener('input', drawList);
    at('units').addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (button) select(Number(button.dataset.unit), true);
    });
    listenToPointer();
    listenToKeys();
    new ResizeObserver(() => (state.moved ? place() : fitShown())).observe(at('map'));
  }

  showScene(0);
  listen();
})();
