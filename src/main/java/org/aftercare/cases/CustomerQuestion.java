package org.aftercare.cases;

import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What a process can ask the customer. An answer is a code; it reaches the process as a message
 * with typed variables.
 */
public enum CustomerQuestion {
  /** A proof of purchase; it lies in the case's photos or notes. */
  PROOF("ProofProvided", Set.of("PROVIDED"), answer -> Map.of()),
  /** Evidence that the item was defective from the start; it lies in the photos or notes. */
  EVIDENCE("EvidenceProvided", Set.of("PROVIDED"), answer -> Map.of()),
  /** Which remedy the customer chooses. */
  REMEDY(
      "RemedyChosen",
      Set.of("REPAIR", "REPLACE", "REFUND"),
      answer -> Map.<String, Object>of("remedy", answer)),
  /** Whether the customer wants a loaner. */
  LOANER("LoanerAnswered", Set.of("YES", "NO"), yesOrNo("loanerWanted")),
  /** Whether the repaired item works. */
  REPAIR_WORKS("RepairConfirmed", Set.of("YES", "NO"), yesOrNo("works")),
  /** Whether the customer accepts the price of a paid repair. */
  QUOTE("QuoteAnswered", Set.of("YES", "NO"), yesOrNo("quoteAccepted")),
  /**
   * The customer has sent the goods back another way than under our label; the proof lies in the
   * photos or notes.
   */
  SENT("SendingShown", Set.of("SENT"), answer -> Map.of()),
  /** Whether the customer accepts what is offered instead of what was asked for. */
  OFFER(
      "OfferAnswered",
      Set.of("ACCEPT", "DECLINE"),
      answer -> Map.<String, Object>of("offerAccepted", "ACCEPT".equals(answer))),
  /** The customer wants a human to look at a rejection. */
  APPEAL("AppealLodged", Set.of("APPEALED"), answer -> Map.of());

  private final String message;
  private final Set<String> answers;
  private final Function<String, Map<String, Object>> variables;

  CustomerQuestion(
      String message, Set<String> answers, Function<String, Map<String, Object>> variables) {
    this.message = message;
    this.answers = answers;
    this.variables = variables;
  }

  private static Function<String, Map<String, Object>> yesOrNo(String variable) {
    return answer -> Map.of(variable, "YES".equals(answer));
  }

  /** The message's name in the models. */
  public String message() {
    return message;
  }

  /** Every answer that the question can have. */
  public Set<String> answers() {
    return answers;
  }

  /**
   * The answer as the process gets it.
   *
   * @param answer one of {@link #answers}
   */
  public Map<String, Object> variables(String answer) {
    if (!answers.contains(answer)) {
      throw new IllegalArgumentException("%s is no answer to %s".formatted(answer, this));
    }
    return variables.apply(answer);
  }
}
