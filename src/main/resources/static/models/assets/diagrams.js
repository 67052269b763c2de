// Draws every element with data-diagram: the model at its data-src, to drag and to zoom.
// Other modules draw with draw() and get the viewer to mark elements with.

/* global BpmnJS */

const STEP = 1.25;

/** Draws a model into a container; says in words what cannot be drawn, and answers null then. */
export async function draw(container, xml) {
  container.replaceChildren();
  const viewer = new BpmnJS({ container });
  try {
    await viewer.importXML(xml);
  } catch (error) {
    viewer.destroy();
    complain(container, `This model cannot be drawn: ${error.message}`);
    return null;
  }
  fit(viewer);
  addButtons(container, viewer);
  return viewer;
}

/** Fetches the model at an address and draws it. */
export async function drawFrom(container, address) {
  try {
    // A page that was opened with the login in its own address could not fetch relative to that.
    const answer = await fetch(new URL(address, location.origin), { credentials: 'same-origin' });
    if (!answer.ok) {
      complain(container, `The model could not be fetched (${answer.status}). Reload the page to try once more.`);
      return null;
    }
    return await draw(container, await answer.text());
  } catch (error) {
    complain(container, 'The server cannot be reached. Reload the page to try once more.');
    return null;
  }
}

/** Shows all of a diagram, but no larger than it was drawn. */
export function fit(viewer) {
  const canvas = viewer.get('canvas');
  canvas.zoom('fit-viewport', 'auto');
  if (canvas.zoom() > 1) {
    canvas.zoom(1, 'auto');
  }
}

function addButtons(container, viewer) {
  const canvas = viewer.get('canvas');
  const buttons = document.createElement('div');
  buttons.className = 'diagram-buttons';
  buttons.append(
    button('+', 'Zoom in', () => canvas.zoom(canvas.zoom() * STEP)),
    button('−', 'Zoom out', () => canvas.zoom(canvas.zoom() / STEP)),
    button('Fit', 'Show all of the diagram', () => fit(viewer)),
  );
  container.append(buttons);
}

function button(text, title, press) {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'small';
  made.textContent = text;
  made.title = title;
  made.setAttribute('aria-label', title);
  made.addEventListener('click', press);
  return made;
}

function complain(container, words) {
  const line = document.createElement('p');
  line.className = 'trouble';
  line.setAttribute('role', 'alert');
  line.textContent = words;
  container.replaceChildren(line);
}

for (const container of document.querySelectorAll('[data-diagram][data-src]')) {
  drawFrom(container, container.dataset.src).then((viewer) => {
    container.dataset.drawn = viewer ? 'yes' : 'no';
  });
}
