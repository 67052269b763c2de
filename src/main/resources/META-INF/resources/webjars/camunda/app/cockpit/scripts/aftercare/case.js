// A case as operations sees it: the process instances that work for it, and nothing of the customer.

import { element, loadStyle } from '../../../aftercare/dom.js';
import { duration, pathLink, table, time } from './parts.js';
import { failure, get } from './server.js';

async function show(node, caseNumber, signal) {
  try {
    const instances = await get(`cases/${encodeURIComponent(caseNumber)}`, {}, signal);
    node.replaceChildren(
      element('h1', {}, `Case ${caseNumber}`),
      element('p', {}, element('a', { href: '#/aftercare/overview' }, 'Operations')),
      table(
        'Its process instances, oldest first. Those that run open in Cockpit, those that have ended with their path.',
        [
          ['Process', instance => pathLink(instance, instance.process ?? instance.processKey)],
          ['Version', instance => String(instance.version)],
          ['Began', instance => time(instance.startedAt)],
          ['Ended', instance => time(instance.endedAt) ?? 'runs'],
          ['Took', instance => took(instance)],
          ['End', instance => ending(instance)]
        ],
        instances,
        'No process instance has this case number. Its history may have been cleaned up.'
      )
    );
  } catch (error) {
    if (error.name !== 'AbortError') {
      console.error(error);
      node.replaceChildren(failure(error, () => show(node, caseNumber, signal)));
    }
  }
}

function took({ startedAt, endedAt }) {
  return endedAt ? duration((new Date(endedAt) - new Date(startedAt)) / 1000) : '–';
}

export function ending(instance) {
  const stops = { EXTERNALLY_TERMINATED: 'cancelled by hand', INTERNALLY_TERMINATED: 'stopped by its case' };
  return stops[instance.state] ?? instance.end ?? (instance.endedAt ? '–' : 'runs');
}

let request = null;

export default {
  id: 'aftercare-case',
  pluginPoint: 'cockpit.route',
  priority: 10,
  properties: { path: '/aftercare/case/:caseNumber' },
  render: node => {
    loadStyle('operations', import.meta.url);
    const caseNumber = decodeURIComponent(location.hash.replace(/^#\/aftercare\/case\//, '').replace(/[?#].*$/, ''));
    document.title = `${caseNumber} · Cockpit`;
    node.className = 'aftercare-operations';
    request?.abort();
    request = new AbortController();
    show(node, caseNumber, request.signal);
  },
  unmount: () => request?.abort()
};
