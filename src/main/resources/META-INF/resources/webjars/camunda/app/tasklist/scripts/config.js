// Replaces the configuration that Tasklist brings along. The shortcuts are Tasklist's own.
export default {
  // Camunda's advice for a first login, looked for where there is nothing.
  disableWelcomeMessage: true,
  locales: {
    availableLocales: ['en', 'de', 'sv', 'da', 'nb', 'pl'],
    fallbackLocale: 'en'
  },
  customScripts: ['scripts/aftercare/case-tab', 'scripts/aftercare/bell'],
  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: 'claims the currently selected task'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: 'set the focus to the first filter in the list'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: 'sets the focus to the first task in the list'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: 'sets the focus to the first input field in a task form'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: 'opens the start process modal dialog'
    }
  }
};
