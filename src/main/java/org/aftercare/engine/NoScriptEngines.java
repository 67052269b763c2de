package org.aftercare.engine;

import javax.script.ScriptEngine;
import javax.script.ScriptEngineFactory;
import javax.script.ScriptEngineManager;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.impl.scripting.engine.ScriptEngineResolver;

/** Models hold no scripts; whatever script engine happens to be on the class path is not found. */
class NoScriptEngines implements ScriptEngineResolver {

  @Override
  public void addScriptEngineFactory(ScriptEngineFactory scriptEngineFactory) {
    // Nothing may add one either.
  }

  @Override
  public ScriptEngineManager getScriptEngineManager() {
    return null;
  }

  @Override
  public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
    throw new ProcessEngineException(
        "Scripts are not executed here (language '" + language + "'). Use a delegate or a table.");
  }
}
