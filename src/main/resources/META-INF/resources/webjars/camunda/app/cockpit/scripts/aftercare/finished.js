// The tab Finished instances of a definition, and the path of the picked one on the diagram above.

import { element, loadStyle } from '../../../aftercare/dom.js';
import { ending } from './case.js';
import { diagramIsGone, diagramIsThere, draw, erase, flowsBetween } from './diagram.js';
import { button, caseLink, duration, instanceLink, pathLink, table, time } from './parts.js';
import { failure, get } from './server.js';

const SIZE = 15;
const STOPS = { EXTERNALLY_TERMINATED: 'cancelled by hand', INTERNALLY_TERMINATED: 'stopped by its case' };

class FinishedTab {
  constructor(node, definitionId) {
    this.node = node;
    this.definitionId = definitionId;
    this.request = new AbortController();
    this.before = [];
  }

  start() {
    this.choice = this.form();
    this.list = element('div', {});
    this.path = element('div', { class: 'aftercare-path' });
    this.node.className = 'aftercare-finished';
    this.node.replaceChildren(this.choice, this.path, this.list);
    this.picked = () => {
      const picked = new URLSearchParams(location.hash.split('?')[1]).get('instance');
      return picked && this.show(picked);
    };
    window.addEventListener('hashchange', this.picked);
    return Promise.all([this.load(null), this.picked()]);
  }

  stop() {
    window.removeEventListener('hashchange', this.picked);
    this.request.abort();
    erase(this);
  }

  form() {
    const field = (name, label, input) => {
      input.name = name;
      return element('label', {}, label, input);
    };
    this.ends = element('select', { class: 'form-control' }, element('option', { value: '' }, 'any'));
    const form = element(
      'form',
      { class: 'aftercare-choice' },
      field('caseNumber', 'Case', element('input', { class: 'form-control', autocomplete: 'off' })),
      field('end', 'End', this.ends),
      field('from', 'Ended from', element('input', { type: 'date', class: 'form-control' })),
      field('until', 'to', element('input', { type: 'date', class: 'form-control' })),
      field('allVersions', 'all versions', element('input', { type: 'checkbox' })),
      element('button', { class: 'btn btn-default' }, 'Search')
    );
    form.addEventListener('submit', event => {
      event.preventDefault();
      this.before = [];
      this.load(null);
    });
    return form;
  }

  async load(after) {
    const chosen = Object.fromEntries(new FormData(this.choice));
    try {
      const answer = await get(
        'finished-instances',
        {
          definition: this.definitionId,
          allVersions: 'allVersions' in chosen,
          caseNumber: chosen.caseNumber?.trim(),
          end: chosen.end,
          from: chosen.from && new Date(`${chosen.from}T00:00:00`).toISOString(),
          until: chosen.until && dayAfter(chosen.until).toISOString(),
          after,
          size: SIZE
        },
        this.request.signal
      );
      this.offerEnds(answer.ends);
      this.list.replaceChildren(...this.rows(answer, after));
    } catch (error) {
      if (error.name !== 'AbortError') {
        console.error(error);
        this.list.replaceChildren(failure(error, () => this.load(after)));
      }
    }
  }

  offerEnds(ends) {
    if (this.ends.options.length === 1) {
      this.ends.append(
        ...ends.map(end => element('option', { value: end.id }, end.name)),
        ...Object.entries(STOPS).map(([state, name]) => element('option', { value: state }, name))
      );
    }
  }

  rows(answer, after) {
    const earlier = button('Earlier', () => {
      this.before.push(after);
      return this.load(answer.next);
    });
    const later = button('Later', () => this.load(this.before.pop()));
    earlier.disabled = !answer.next;
    later.disabled = this.before.length === 0;
    return [
      table(
        'Finished instances, those that ended last first',
        [
          ['Path', instance => this.pick(instance)],
          ['Case', instance => caseLink(instance.caseNumber) ?? '–'],
          ['Ended', instance => time(instance.endedAt)],
          ['Took', instance => duration((new Date(instance.endedAt) - new Date(instance.startedAt)) / 1000)],
          ['End', instance => ending(instance)],
          ['Version', instance => String(instance.version)]
        ],
        answer.items,
        'No instance has ended so.'
      ),
      element('nav', { class: 'aftercare-pager', 'aria-label': 'Pages' }, later, earlier)
    ];
  }

  // The path of another version is drawn on that version's diagram.
  pick(instance) {
    return instance.definitionId === this.definitionId
      ? button('Show', () => this.show(instance.processInstanceId))
      : pathLink(instance, 'Show');
  }

  async show(processInstanceId) {
    try {
      const { instance, steps, whole } = await get(
        `instances/${encodeURIComponent(processInstanceId)}/path`,
        {},
        this.request.signal
      );
      this.draw(steps);
      const close = button('Close', () => {
        erase(this);
        this.path.replaceChildren();
      });
      this.path.replaceChildren(
        element(
          'p',
          {},
          element('strong', {}, 'The path of '),
          caseLink(instance.caseNumber) ?? instance.processInstanceId,
          ` · ${ending(instance)} · `,
          time(instance.endedAt),
          ' ',
          close
        ),
        table(
          whole ? 'Its steps, in order' : 'Its first steps, in order',
          [
            ['Step', step => step.step],
            ['Kind', step => step.type.replace(/([A-Z])/g, ' $1').toLowerCase()],
            ['Reached', step => time(step.startedAt)],
            ['Took', step => (step.endedAt ? duration((new Date(step.endedAt) - new Date(step.startedAt)) / 1000) : 'is there')],
            ['', step => (step.cancelled ? 'left undone' : this.called(step))]
          ],
          steps,
          'It has no steps any more.'
        )
      );
    } catch (error) {
      if (error.name !== 'AbortError') {
        console.error(error);
        this.path.replaceChildren(failure(error, () => this.show(processInstanceId)));
      }
    }
  }

  called(step) {
    return step.calledInstanceId ? instanceLink(step.calledInstanceId, 'called process') : '';
  }

  draw(steps) {
    const passed = new Map();
    steps.forEach((step, n) => passed.set(step.elementId, [...(passed.get(step.elementId) ?? []), n + 1]));
    const undone = new Set(steps.filter(step => step.cancelled).map(step => step.elementId));
    draw(
      this,
      this.definitionId,
      () => [
        ...[...passed.keys()].map(id => [id, undone.has(id) ? 'aftercare-undone' : 'aftercare-passed']),
        ...flowsBetween(this.definitionId, passed).map(id => [id, 'aftercare-passed'])
      ],
      [...passed].map(([id, times]) => [id, times.length > 3 ? `${times.slice(0, 2).join(', ')} … ${times.length}×` : times.join(', ')])
    );
  }
}

function dayAfter(date) {
  const day = new Date(`${date}T00:00:00`);
  day.setDate(day.getDate() + 1);
  return day;
}

let tab = null;

export default [
  {
    // Cockpit lights up the page whose id the address holds: this one must not hold another's.
    id: 'finished-instances',
    pluginPoint: 'cockpit.processDefinition.runtime.tab',
    priority: -10,
    properties: { label: 'Finished instances' },
    render: (node, { processDefinitionId }) => {
      loadStyle('operations', import.meta.url);
      tab?.stop();
      tab = new FinishedTab(node, processDefinitionId);
      tab.start();
    },
    unmount: () => {
      tab?.stop();
      tab = null;
    }
  },
  {
    id: 'aftercare-diagram',
    pluginPoint: 'cockpit.processDefinition.diagram.plugin',
    priority: 0,
    render: (viewer, { processDefinitionId }) => diagramIsThere(processDefinitionId, viewer),
    unmount: diagramIsGone
  }
];
