// What the pages in Cockpit are made of: times, links, tables and buttons.

import { dateFormat, element } from '../../../aftercare/dom.js';

const format = dateFormat('en');

export function time(instant) {
  return instant && element('time', { datetime: instant }, format.format(new Date(instant)));
}

// 75 s, 12 min, 3 h 5 min, 2 d 4 h: two figures are enough to compare by.
export function duration(seconds) {
  const units = [
    [86_400, 'd'],
    [3_600, 'h'],
    [60, 'min']
  ];
  if (seconds < 90) {
    return seconds < 10 ? `${Math.round(seconds * 10) / 10} s` : `${Math.round(seconds)} s`;
  }
  const first = units.findIndex(([length]) => seconds >= length);
  const [length, name] = units[first];
  const whole = Math.floor(seconds / length);
  const next = units[first + 1];
  const rest = next ? Math.floor((seconds % length) / next[0]) : 0;
  return rest > 0 && whole < 10 ? `${whole} ${name} ${rest} ${next[1]}` : `${whole} ${name}`;
}

export function number(count) {
  return count.toLocaleString('en-GB');
}

export function caseLink(caseNumber) {
  return caseNumber && element('a', { href: `#/aftercare/case/${encodeURIComponent(caseNumber)}` }, caseNumber);
}

export function instanceLink(processInstanceId, text) {
  return processInstanceId
    ? element('a', { href: `#/process-instance/${encodeURIComponent(processInstanceId)}/runtime` }, text)
    : text;
}

// Camunda's own page shows what runs; what has ended is shown on its definition's page.
export function pathLink(instance, text) {
  const definition = encodeURIComponent(instance.definitionId);
  const id = encodeURIComponent(instance.processInstanceId);
  return instance.endedAt
    ? element('a', { href: `#/process-definition/${definition}/runtime?detailsTab=finished-instances&instance=${id}` }, text)
    : instanceLink(instance.processInstanceId, text);
}

export function button(text, action, kind = 'default') {
  const node = element('button', { type: 'button', class: `btn btn-${kind} btn-sm` }, text);
  node.addEventListener('click', async () => {
    node.disabled = true;
    try {
      await action();
    } finally {
      node.disabled = false;
    }
  });
  return node;
}

// columns: [heading, row => content]. On narrow screens each row becomes a card with its headings.
export function table(caption, columns, rows, none) {
  if (rows.length === 0) {
    return element('p', { class: 'aftercare-none' }, none);
  }
  return element(
    'table',
    { class: 'cam-table aftercare-table' },
    element('caption', {}, caption),
    element('thead', {}, element('tr', {}, ...columns.map(([heading]) => element('th', { scope: 'col' }, heading)))),
    element(
      'tbody',
      {},
      ...rows.map(row =>
        element('tr', {}, ...columns.map(([heading, content]) => element('td', { 'data-heading': heading }, content(row))))
      )
    )
  );
}

// A number that matters, with a link to what it counts.
export function tile(heading, figure, text, href, warns) {
  return element(
    'a',
    { class: warns ? 'aftercare-tile aftercare-warns' : 'aftercare-tile', href },
    element('strong', {}, figure),
    element('span', {}, heading),
    element('small', {}, text)
  );
}

export function pager(page, size, more, go) {
  const back = button('Previous', () => go(page - 1));
  const on = button('Next', () => go(page + 1));
  back.disabled = page === 0;
  on.disabled = !more;
  return page === 0 && !more ? null : element('nav', { class: 'aftercare-pager', 'aria-label': 'Pages' }, back, `Page ${page + 1}`, on);
}
