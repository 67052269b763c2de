package org.aftercare.engine;

/**
 * Implemented by an exception that can tell operations what is wrong. What an exception says
 * otherwise may hold anything and is therefore kept out of the engine's tables.
 */
public interface ExplainedFailure {

  /** One short clause without personal data, for example "parts does not answer". */
  String explanation();
}
