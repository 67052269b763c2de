package org.aftercare.activation;

import org.aftercare.engine.StepKey;

/**
 * What became of one part of an order.
 *
 * @param ordinal from 1, in the order in which the parts of a case were ended
 * @param reference the other system's number of what was made, or {@code null}
 * @param refusal why it was not made, or {@code null}
 * @param step the step that asked for it
 */
record Effect(
    String caseNumber,
    Part part,
    State state,
    int ordinal,
    String reference,
    String refusal,
    StepKey step) {

  Effect with(State now) {
    return new Effect(caseNumber, part, now, ordinal, reference, refusal, step);
  }

  /** What an order consists of. */
  enum Part {
    /** Order handling delivers the service. */
    ORDER,
    /** Billing charges it. */
    CHARGE,
    /** Accounting books it. */
    REVENUE
  }

  enum State {
    MADE,
    /** The system refused for a reason that the business knows. */
    REFUSED,
    /** Not asked for, since the order was not to be carried out any more. */
    SPARED,
    /** Asked for, and nobody knows whether it was made. */
    UNCERTAIN,
    TAKEN_BACK
  }
}
