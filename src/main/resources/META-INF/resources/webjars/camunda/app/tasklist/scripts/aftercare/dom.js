// What the product's additions to Tasklist share.

const appRoot = document.querySelector('base').getAttribute('app-root');

export const productRoot = appRoot.replace(/\/camunda$/, '');

// Tasklist itself goes by the browser's first language.
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

export function loadStyle(name) {
  const id = `aftercare-${name}-style`;
  if (!document.getElementById(id)) {
    const href = `${appRoot}/app/tasklist/scripts/aftercare/${name}.css`;
    document.head.append(element('link', { id, rel: 'stylesheet', href }));
  }
}
