// The tab Heat map of a definition: how often and how long its steps are done, on the diagram above.

import { element, loadStyle } from '../../../aftercare/dom.js';
import { draw, erase } from './diagram.js';
import { duration, number, table } from './parts.js';
import { failure, get } from './server.js';

const PERIODS = { 1: 'today', 7: '7 days', 30: '30 days', 90: '90 days', 365: 'a year', '': 'all that is known' };
const MEASURES = {
  times: ['how often', step => step.times, number],
  totalSeconds: ['time in total', step => step.totalSeconds, duration],
  meanSeconds: ['time on average', step => step.meanSeconds, duration],
  longestSeconds: ['longest time', step => step.longestSeconds, duration]
};
const SHADES = 5;

class HeatTab {
  constructor(node, definitionId) {
    this.node = node;
    this.definitionId = definitionId;
    this.request = new AbortController();
    this.steps = [];
  }

  start() {
    this.form = element(
      'form',
      { class: 'aftercare-choice' },
      this.select('measure', 'Show', Object.entries(MEASURES).map(([key, [name]]) => [key, name]), 'times'),
      this.select('days', 'of the last', Object.entries(PERIODS), '30'),
      element('label', {}, 'all versions ', element('input', { type: 'checkbox', name: 'allVersions' })),
      element(
        'span',
        { class: 'aftercare-scale' },
        'least',
        ...Array.from({ length: SHADES }, (_, n) => element('i', { class: `aftercare-heat-${n + 1}` })),
        'most'
      )
    );
    this.form.addEventListener('change', event => (event.target.name === 'measure' ? this.show() : this.load()));
    this.form.addEventListener('submit', event => event.preventDefault());
    this.list = element('div', {});
    this.node.className = 'aftercare-finished';
    this.node.replaceChildren(this.form, this.list);
    return this.load();
  }

  select(name, label, options, chosen) {
    const select = element(
      'select',
      { name, class: 'form-control' },
      ...options.map(([value, text]) => element('option', { value, selected: value === chosen ? '' : null }, text))
    );
    return element('label', {}, label, select);
  }

  stop() {
    this.request.abort();
    erase(this);
  }

  async load() {
    const chosen = Object.fromEntries(new FormData(this.form));
    try {
      this.steps = await get(
        'step-times',
        { definition: this.definitionId, allVersions: 'allVersions' in chosen, days: chosen.days },
        this.request.signal
      );
      this.show();
    } catch (error) {
      if (error.name !== 'AbortError') {
        console.error(error);
        this.list.replaceChildren(failure(error, () => this.load()));
      }
    }
  }

  show() {
    const [, value, words] = MEASURES[new FormData(this.form).get('measure')];
    const most = Math.max(...this.steps.map(value), 0);
    draw(
      this,
      this.definitionId,
      () => this.steps.map(step => [step.elementId, `aftercare-heat-${shade(value(step), most)}`]),
      this.steps.map(step => [step.elementId, words(value(step))])
    );
    this.list.replaceChildren(
      table(
        'Steps that were left in the period, days in UTC',
        [
          ['Step', step => step.step],
          ['How often', step => number(step.times)],
          ['On average', step => duration(step.meanSeconds)],
          ['In total', step => duration(step.totalSeconds)],
          ['Longest', step => duration(step.longestSeconds)]
        ],
        [...this.steps].sort((one, other) => value(other) - value(one)),
        'No step was left in this period.'
      )
    );
  }
}

// Times and counts differ by powers of ten: each shade is a like part of the logarithm.
function shade(value, most) {
  return most <= 0 || value <= 0 ? 1 : Math.max(1, Math.ceil((Math.log1p(value) / Math.log1p(most)) * SHADES));
}

let tab = null;

export default {
  id: 'heat-map',
  pluginPoint: 'cockpit.processDefinition.runtime.tab',
  priority: -11,
  properties: { label: 'Heat map' },
  render: (node, { processDefinitionId }) => {
    loadStyle('operations', import.meta.url);
    tab?.stop();
    tab = new HeatTab(node, processDefinitionId);
    tab.start();
  },
  unmount: () => {
    tab?.stop();
    tab = null;
  }
};
