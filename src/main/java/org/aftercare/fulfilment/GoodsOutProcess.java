package org.aftercare.fulfilment;

import org.aftercare.cases.Cases;
import org.aftercare.cases.UnknownCaseException;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;

/** The engine as goods are settled that are out when no process of their case looks after them. */
@Component
class GoodsOutProcess {

  private static final String KEY = "goods-out";

  private final RuntimeService runtime;
  private final Cases cases;

  GoodsOutProcess(RuntimeService runtime, Cases cases) {
    this.runtime = runtime;
    this.cases = cases;
  }

  /** Has the warehouse settle what is out, in the caller's transaction. */
  void start(String caseNumber) {
    String country =
        cases.find(caseNumber).orElseThrow(() -> new UnknownCaseException(caseNumber)).country();
    runtime
        .createProcessInstanceByKey(KEY)
        .businessKey(caseNumber)
        .setVariable("country", country)
        .setVariable("goodsOut", true)
        .execute();
  }
}
