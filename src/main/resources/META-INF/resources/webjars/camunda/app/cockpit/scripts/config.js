export default {
  // Camunda's advice for a first login, looked for where there is nothing.
  disableWelcomeMessage: true
};
