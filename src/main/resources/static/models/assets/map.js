// Draws the charts of a map as pictures that fit the page and the paper.

/* global BpmnJS */

const LEGIBLE = 0.75;

async function drawChart(container) {
  const answer = await fetch(new URL(container.dataset.src, location.origin), { credentials: 'same-origin' });
  if (!answer.ok) {
    throw new Error(`The model could not be fetched (${answer.status}).`);
  }
  const workshop = document.createElement('div');
  workshop.className = 'workshop';
  document.body.append(workshop);
  const viewer = new BpmnJS({ container: workshop });
  try {
    await viewer.importXML(await answer.text());
    const { svg } = await viewer.saveSVG();
    const picture = new DOMParser().parseFromString(svg, 'image/svg+xml').documentElement;
    // It is shown in its own size at most, and shrinks with the page as far as it can be read.
    const width = Number(picture.getAttribute('width'));
    picture.style.maxWidth = `${width}px`;
    picture.style.setProperty('--legible', `${Math.round(width * LEGIBLE)}px`);
    picture.removeAttribute('width');
    picture.removeAttribute('height');
    container.replaceChildren(document.importNode(picture, true));
  } finally {
    viewer.destroy();
    workshop.remove();
  }
}

function complain(container, words) {
  const line = document.createElement('p');
  line.className = 'trouble';
  line.setAttribute('role', 'alert');
  line.textContent = words;
  container.replaceChildren(line);
}

async function drawAll() {
  for (const container of document.querySelectorAll('[data-chart]')) {
    try {
      await drawChart(container);
      container.dataset.drawn = 'yes';
    } catch (error) {
      complain(container, `This model cannot be drawn: ${error.message}`);
      container.dataset.drawn = 'no';
    }
  }
}

document.querySelector('[data-print]').addEventListener('click', () => window.print());
drawAll();
