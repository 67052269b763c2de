export default {
  // Camunda's advice for a first login, looked for where there is nothing.
  disableWelcomeMessage: true,
  customScripts: [
    'scripts/aftercare/operations',
    'scripts/aftercare/case',
    'scripts/aftercare/finished',
    'scripts/aftercare/heat'
  ]
};
