package org.aftercare.engine;

import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;

/** A step of the engine's own transaction that does what the test tells it. */
class BrittleStep implements JavaDelegate {

  private volatile Runnable behaviour = () -> {};

  void does(Runnable what) {
    behaviour = what;
  }

  @Override
  public void execute(DelegateExecution execution) {
    behaviour.run();
  }
}
