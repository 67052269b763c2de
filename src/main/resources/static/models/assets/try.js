// The page "Try a change": sends the chosen files, shows what comes back, draws both versions with
// what differs, deploys, and moves cases. All words come from the server.

import { draw, drawFrom } from './diagrams.js';

const form = document.querySelector('#try');
const input = form.querySelector('input[type=file]');
const chosen = document.querySelector('#chosen');
const result = document.querySelector('#result');
const SIGNS = { added: '+', removed: '−', changed: '✎', moved: '↔' };
const WAIT = 2000;

/** The files as they were tried; what is deployed later are these, whatever the disk has by then. */
let files = [];

input.addEventListener('change', () => choose([...input.files]));

form.addEventListener('dragover', (event) => {
  event.preventDefault();
  form.classList.add('over');
});
form.addEventListener('dragleave', () => form.classList.remove('over'));
form.addEventListener('drop', (event) => {
  event.preventDefault();
  form.classList.remove('over');
  choose([...event.dataTransfer.files]);
});

form.addEventListener('submit', (event) => {
  event.preventDefault();
  tryOut();
});

function choose(list) {
  files = list;
  chosen.textContent = list.length === 0 ? '' : `${list.length === 1 ? 'One file' : `${list.length} files`}: ${list.map((file) => file.name).join(', ')}`;
}

async function tryOut() {
  if (files.length === 0) {
    say('Choose at least one file.');
    return;
  }
  try {
    files = await Promise.all(files.map(copy));
  } catch (error) {
    say('A file cannot be read any more: it has changed since you chose it, or is a folder. Choose the files again.');
    return;
  }
  await busy(form.querySelector('.try'), async () => {
    const part = await send(form.getAttribute('action'), body(), result);
    if (part) {
      result.replaceChildren(part);
      await Promise.all([...result.querySelectorAll('section.model')].map(show));
      result.dataset.shown = 'yes';
      result.querySelector('[data-deploy]')?.addEventListener('click', (event) => deploy(event.target));
    }
  });
}

async function copy(file) {
  return new File([await file.arrayBuffer()], file.name);
}

function body() {
  const data = new FormData();
  files.forEach((file) => data.append('files', file, file.name));
  return data;
}

async function deploy(button) {
  const place = button.closest('.deploy');
  await busy(button, async () => {
    const part = await send(form.dataset.deploy, body(), place);
    if (part) {
      // What was tried is no longer what would be, nor what runs.
      result.querySelectorAll('section.model, .verdict, .findings').forEach((stale) => stale.remove());
      place.replaceChildren(part);
      for (const moves of place.querySelectorAll('[data-moves]')) {
        await showMoves(moves);
      }
    }
  });
}

async function showMoves(place) {
  const part = await send(place.dataset.moves, null, place);
  if (!part) {
    return;
  }
  place.replaceChildren(part);
  const move = place.querySelector('form[data-move]');
  move?.addEventListener('submit', async (event) => {
    event.preventDefault();
    await busy(move.querySelector('button'), async () => {
      const begun = await send(move.getAttribute('action'), new URLSearchParams(new FormData(move)), move);
      if (begun) {
        move.replaceWith(begun);
        await Promise.all([...place.querySelectorAll('[data-progress]')].map(follow));
        const ended = [...place.querySelectorAll('[data-progress]')];
        await showMoves(place);
        place.prepend(...ended);
      }
    });
  });
}

/** Asks how far a move has come until it is over. */
async function follow(progress) {
  let current = progress;
  while (current.dataset.over !== 'true') {
    await new Promise((done) => setTimeout(done, WAIT));
    const next = await progressAt(current.dataset.progress);
    if (next === undefined) {
      return;
    }
    if (next === null) {
      continue;
    }
    current.replaceWith(next);
    current = next;
  }
}

/** How far a move is; null if nobody can say just now, undefined if there is no such move any more. */
async function progressAt(address) {
  try {
    const answer = await fetch(new URL(address, location.origin), { credentials: 'same-origin', headers: { Accept: 'text/html' } });
    if (answer.status === 404 || answer.status === 401 || answer.status === 403) {
      return undefined;
    }
    const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
    return answer.ok ? page.querySelector('[data-progress]') : null;
  } catch (error) {
    return null;
  }
}

/** Sends and answers with the part that came back, or says in place what is wrong. */
async function send(address, data, place) {
  let answer;
  try {
    answer = await fetch(new URL(address, location.origin), {
      method: data ? 'POST' : 'GET',
      body: data ?? undefined,
      credentials: 'same-origin',
      headers: { Accept: 'text/html;q=0.9, application/problem+json' },
    });
  } catch (error) {
    say('The server cannot be reached, or the files are far too large. Try once more.', place);
    return null;
  }
  const type = answer.headers.get('Content-Type') ?? '';
  if (type.includes('json')) {
    const problem = await answer.json();
    const errors = (problem.errors ?? []).map((error) => [error.detail, error.remedy].filter(Boolean).join(' '));
    say([problem.detail, ...errors].join(' '), place);
    return null;
  }
  const part = new DOMParser().parseFromString(await answer.text(), 'text/html').body.firstElementChild;
  if (!answer.ok) {
    place?.querySelector('.trouble')?.remove();
    place?.append(part);
    return null;
  }
  return part;
}

function say(words, place = result) {
  const line = document.createElement('p');
  line.className = 'trouble';
  line.setAttribute('role', 'alert');
  line.textContent = words;
  if (!place || place === result) {
    result.replaceChildren(line);
  } else {
    place.querySelector('.trouble')?.remove();
    place.append(line);
  }
}

async function busy(button, work) {
  button.setAttribute('aria-busy', 'true');
  button.disabled = true;
  try {
    await work();
  } finally {
    button.removeAttribute('aria-busy');
    button.disabled = false;
  }
}

/** Draws both versions of a model and marks what the server's list says. */
async function show(section) {
  const before = section.querySelector('[data-side=before]');
  const after = section.querySelector('[data-side=after]');
  const file = files.find((candidate) => candidate.name === section.dataset.file);
  const viewers = await Promise.all([
    before && drawFrom(before, before.dataset.src),
    after && file && file.text().then((xml) => draw(after, xml)),
  ]);
  const [old, next] = viewers.map((viewer) => viewer || null);
  for (const line of section.querySelectorAll('[data-change]')) {
    const { element, change } = line.dataset;
    if (change !== 'added') {
      mark(old, element, change);
    }
    if (change !== 'removed') {
      mark(next, element, change);
    }
  }
  for (const row of section.querySelectorAll('[data-running]')) {
    count(old, row.dataset.running, row.dataset.cases);
  }
  for (const button of section.querySelectorAll('[data-show]')) {
    const element = button.dataset.element ?? button.closest('[data-element]').dataset.element;
    button.addEventListener('click', () => {
      reveal(old, element);
      reveal(next, element);
      section.querySelector('.sides').scrollIntoView({ block: 'nearest', behavior: 'smooth' });
    });
  }
  if (old && next) {
    together(old, next, section.querySelector('[data-together]'));
  }
  for (const side of [before, after]) {
    if (side) {
      side.dataset.drawn = 'yes';
    }
  }
}

function mark(viewer, element, change) {
  if (!viewer?.get('elementRegistry').get(element)) {
    return;
  }
  viewer.get('canvas').addMarker(element, `change-${change}`);
  if (!viewer.get('elementRegistry').get(element).waypoints) {
    badge(viewer, element, { top: -10, left: -10 }, `mark ${change}`, SIGNS[change]);
  }
}

function count(viewer, element, cases) {
  if (viewer?.get('elementRegistry').get(element)) {
    badge(viewer, element, { bottom: 12, right: 14 }, 'mark running', cases);
  }
}

function badge(viewer, element, position, className, text) {
  const sign = document.createElement('span');
  sign.className = className;
  sign.textContent = text;
  // Legible, however small the diagram is.
  viewer.get('overlays').add(element, { position, html: sign, scale: { min: 0.75 } });
}

function reveal(viewer, element) {
  const found = viewer?.get('elementRegistry').get(element);
  if (!found) {
    return;
  }
  const canvas = viewer.get('canvas');
  for (const shown of viewer.get('elementRegistry').filter((any) => canvas.hasMarker(any, 'change-shown'))) {
    canvas.removeMarker(shown, 'change-shown');
  }
  canvas.addMarker(found, 'change-shown');
  if (canvas.zoom() < 0.7) {
    canvas.zoom(0.8, 'auto');
  }
  canvas.scrollToElement(found);
}

/** What one diagram shows, the other shows, too. */
function together(one, other, box) {
  let following = false;
  const follow = (from, to) => {
    from.on('canvas.viewbox.changed', () => {
      if (following || !box.checked) {
        return;
      }
      following = true;
      const { x, y, width, height } = from.get('canvas').viewbox();
      to.get('canvas').viewbox({ x, y, width, height });
      following = false;
    });
  };
  follow(one, other);
  follow(other, one);
}
