// The Case tab beside a task's form: one request, everything that is known of the case. What
// comes from people is only ever set as text, never as markup.

import { dateFormat, element, inBrowsersLanguage, loadStyle, productRoot } from '../../../aftercare/dom.js';

// The words that are needed before, or without, an answer of the server; all others come with it.
const WORDS = {
  en: {
    tab: 'Case',
    loading: 'Loading the case…',
    failed: 'The case could not be loaded.',
    loggedOut: 'You are no longer logged in. Log in and open the task again.',
    noCase: 'This task belongs to no case.',
    retry: 'Try again'
  },
  de: {
    tab: 'Vorgang',
    loading: 'Der Vorgang wird geladen…',
    failed: 'Der Vorgang konnte nicht geladen werden.',
    loggedOut: 'Sie sind nicht mehr angemeldet. Melden Sie sich an und öffnen Sie die Aufgabe erneut.',
    noCase: 'Diese Aufgabe gehört zu keinem Vorgang.',
    retry: 'Erneut versuchen'
  },
  sv: {
    tab: 'Ärende',
    loading: 'Ärendet hämtas…',
    failed: 'Ärendet kunde inte hämtas.',
    loggedOut: 'Du är inte längre inloggad. Logga in och öppna uppgiften igen.',
    noCase: 'Uppgiften hör inte till något ärende.',
    retry: 'Försök igen'
  },
  da: {
    tab: 'Sag',
    loading: 'Sagen hentes…',
    failed: 'Sagen kunne ikke hentes.',
    loggedOut: 'Du er ikke længere logget ind. Log ind, og åbn opgaven igen.',
    noCase: 'Opgaven hører ikke til nogen sag.',
    retry: 'Prøv igen'
  },
  nb: {
    tab: 'Sak',
    loading: 'Saken hentes…',
    failed: 'Saken kunne ikke hentes.',
    loggedOut: 'Du er ikke lenger logget inn. Logg inn og åpne oppgaven på nytt.',
    noCase: 'Oppgaven hører ikke til noen sak.',
    retry: 'Prøv igjen'
  },
  pl: {
    tab: 'Sprawa',
    loading: 'Wczytywanie sprawy…',
    failed: 'Nie udało się wczytać sprawy.',
    loggedOut: 'Sesja wygasła. Zaloguj się i otwórz zadanie ponownie.',
    noCase: 'To zadanie nie należy do żadnej sprawy.',
    retry: 'Spróbuj ponownie'
  }
};

const words = inBrowsersLanguage(WORDS);

class CaseTab {
  constructor(node, taskId) {
    this.node = node;
    this.taskId = taskId;
    this.request = new AbortController();
  }

  async load() {
    this.show(element('p', { role: 'status', class: 'aftercare-hint' }, words.loading));
    try {
      const response = await fetch(
        `${productRoot}/api/desk/tasks/${encodeURIComponent(this.taskId)}/case`,
        { headers: { Accept: 'application/json' }, signal: this.request.signal }
      );
      if (response.ok) {
        this.show(new CasePage(await response.json()).render());
      } else {
        this.fail(response.status);
      }
    } catch (error) {
      if (error.name !== 'AbortError') {
        console.error(error);
        this.fail();
      }
    }
  }

  fail(status) {
    if (status === 404) {
      this.show(element('p', { role: 'status', class: 'aftercare-hint' }, words.noCase));
      return;
    }
    const retry = element('button', { type: 'button', class: 'btn btn-default' }, words.retry);
    retry.addEventListener('click', () => this.load());
    const reason = status === 401 || status === 403 ? words.loggedOut : words.failed;
    this.show(element('div', { role: 'alert', class: 'aftercare-hint' }, element('p', {}, reason), retry));
  }

  show(content) {
    this.node.replaceChildren(content);
  }

  close() {
    this.request.abort();
  }
}

class CasePage {
  constructor(data) {
    this.data = data;
    this.labels = data.labels;
    this.format = dateFormat(data.language);
  }

  render() {
    const data = this.data;
    return element(
      'article',
      { class: 'aftercare-case', lang: data.language, 'aria-label': `${this.labels.case} ${data.summary.caseNumber}` },
      this.header(data.summary),
      this.section('instruction', this.instruction(data.instruction)),
      element(
        'div',
        { class: 'aftercare-columns' },
        this.section('customer', this.customer(data.customer)),
        this.section('product', this.pairs(data.facts.map(fact => [fact.label, fact.value]))),
        this.section('deadlines', this.deadlines(data.deadlines))
      ),
      this.section('bookings', this.bookings(data.bookings)),
      this.section('timeline', this.timeline(data.timeline)),
      this.section('notes', this.notes(data.notes)),
      this.section('messages', this.messages(data.messages)),
      this.section('photos', this.photos(data.photos)),
      this.section('other-cases', this.otherCases(data.otherCases))
    );
  }

  header(summary) {
    return element(
      'header',
      {},
      element('h3', {}, summary.caseNumber),
      element('span', { class: summary.open ? 'aftercare-badge open' : 'aftercare-badge' }, summary.status),
      element(
        'p',
        {},
        [summary.flow, summary.outcome].filter(Boolean).join(' · '),
        ' · ',
        `${this.labels.opened} `,
        this.time(summary.openedAt),
        ...this.closed(summary)
      )
    );
  }

  closed(summary) {
    return summary.open
      ? []
      : [` · ${this.labels.close} `, this.time(summary.closedAt), ` (${this.labels['closed-by']} ${summary.closedBy})`];
  }

  // Where it names a page of the product, one can go there.
  instruction(text) {
    return (
      text &&
      element(
        'p',
        { class: 'aftercare-text' },
        ...text
          .split(/(\/camunda\/app\/\S+)/)
          .map(part =>
            part.startsWith('/camunda/app/')
              ? element('a', { href: productRoot + part, target: '_blank', rel: 'noopener' }, part)
              : part
          )
      )
    );
  }

  // A part with nothing in it is left out.
  section(name, content) {
    return content && element('section', { class: `aftercare-${name}` }, element('h4', {}, this.labels[name]), content);
  }

  time(instant) {
    return element('time', { datetime: instant }, this.format.format(new Date(instant)));
  }

  pairs(pairs) {
    const known = pairs.filter(([, value]) => value);
    return known.length === 0
      ? null
      : element('dl', {}, ...known.map(([label, value]) => element('div', {}, element('dt', {}, label), element('dd', {}, value))));
  }

  customer(customer) {
    const address = customer.address.flatMap((line, n) => (n === 0 ? [line] : [element('br'), line]));
    const addressNode = address.length ? element('span', {}, ...address) : null;
    return this.pairs([
      [this.labels.name, customer.name],
      [this.labels.phone, customer.phone && this.link(`tel:${customer.phone.replace(/[^+\d]/g, '')}`, customer.phone)],
      [this.labels.email, customer.email && this.link(`mailto:${encodeURIComponent(customer.email)}`, customer.email)],
      [this.labels.address, addressNode],
      [this.labels.language, customer.language],
      [this.labels.number, customer.customerId]
    ]);
  }

  link(href, text) {
    return element('a', { href }, text);
  }

  bookings(bookings) {
    return bookings.length === 0
      ? null
      : element(
          'ul',
          {},
          ...bookings.map(booking =>
            element(
              'li',
              {},
              element('strong', {}, booking.what),
              ' ',
              element('span', { class: 'aftercare-state' }, booking.stateText),
              ' · ',
              [booking.reference, booking.amount, booking.when].filter(Boolean).join(' · ')
            )
          )
        );
  }

  deadlines(deadlines) {
    return deadlines.length === 0
      ? null
      : element(
          'ul',
          {},
          ...deadlines.map(deadline =>
            element(
              'li',
              { class: `aftercare-deadline-${deadline.state.toLowerCase()}` },
              deadline.name,
              element('br'),
              this.time(deadline.due),
              ' ',
              element('span', { class: 'aftercare-state' }, deadline.stateText)
            )
          )
        );
  }

  timeline(lines) {
    return element(
      'ol',
      {},
      ...[...lines].reverse().map(line => element('li', {}, this.time(line.at), ' ', element('span', {}, line.text)))
    );
  }

  notes(notes) {
    return notes.length === 0
      ? this.none('notes.none')
      : element(
          'ul',
          {},
          ...[...notes].reverse().map(note =>
            element(
              'li',
              {},
              element(
                'p',
                { class: 'aftercare-meta' },
                this.time(note.at),
                ' · ',
                [note.author, note.about].filter(Boolean).join(' · ')
              ),
              element('p', { class: 'aftercare-text' }, note.text)
            )
          )
        );
  }

  messages(messages) {
    return messages.length === 0
      ? this.none('messages.none')
      : element('ul', {}, ...[...messages].reverse().map(message => element('li', {}, this.message(message))));
  }

  message(message) {
    const how = [message.channel, message.status].filter(Boolean).join(', ');
    return element(
      'details',
      {},
      element('summary', {}, message.subject, ' · ', this.time(message.at)),
      element(
        'p',
        { class: 'aftercare-meta' },
        `${this.labels.to} ${message.recipient} · ${how}`
      ),
      element('p', { class: 'aftercare-text' }, message.text)
    );
  }

  photos(photos) {
    return photos.length === 0
      ? null
      : element(
          'ul',
          {},
          ...photos.map((photo, n) =>
            element(
              'li',
              {},
              element(
                'a',
                { href: productRoot + photo.url, target: '_blank', rel: 'noopener' },
                element('img', { src: productRoot + photo.url, alt: `${this.labels.photo} ${n + 1}`, loading: 'lazy' })
              )
            )
          )
        );
  }

  otherCases(others) {
    return others.length === 0
      ? this.none('other-cases.none')
      : element(
          'ul',
          {},
          ...others.map(other =>
            element(
              'li',
              {},
              element('span', { class: 'aftercare-number' }, other.caseNumber),
              ` · ${[other.flow, other.status, other.outcome].filter(Boolean).join(' · ')} · `,
              this.time(other.openedAt)
            )
          )
        );
  }

  none(label) {
    return element('p', { class: 'aftercare-hint' }, this.labels[label]);
  }
}

let open = null;

export default {
  id: 'aftercare-case',
  pluginPoint: 'tasklist.task.detail',
  // Right after the form, which has 1000.
  priority: 900,
  properties: { label: words.tab },
  render: (node, { taskId }) => {
    loadStyle('case-tab', import.meta.url);
    open?.close();
    open = new CaseTab(node, taskId);
    open.load();
  },
  unmount: () => {
    open?.close();
    open = null;
  }
};
