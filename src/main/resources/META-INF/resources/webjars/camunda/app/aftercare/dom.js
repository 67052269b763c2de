// What the product's additions to Tasklist and Cockpit share: it lies beside both.

const appRoot = document.querySelector('base').getAttribute('app-root');

export const productRoot = appRoot.replace(/\/camunda$/, '');

// Tasklist and Cockpit themselves go by the browser's first language.
export function inBrowsersLanguage(words) {
  const language = (navigator.languages?.[0] ?? navigator.language ?? 'en').split('-')[0];
  return words[language] ?? words.en;
}

// English here is Europe's: the day before the month.
export function dateFormat(language) {
  return new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'medium',
    timeStyle: 'short'
  });
}

// Children that are text stay text: nothing here makes markup of data.
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== null && value !== undefined) {
      node.setAttribute(name, value);
    }
  }
  node.append(...children.filter(child => child !== null && child !== undefined && child !== ''));
  return node;
}

// The style sheet that lies beside the module that asks for it: loadStyle('bell', import.meta.url).
export function loadStyle(name, beside) {
  const id = `aftercare-${name}-style`;
  if (!document.getElementById(id)) {
    document.head.append(element('link', { id, rel: 'stylesheet', href: new URL(`${name}.css`, beside).href }));
  }
}
