package org.aftercare.cases;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the cases of one flow need to know from it. Each flow implements it once. */
public interface CaseFlow {

  /** The flow's name as its cases carry it, for example {@code warranty-claim}. */
  String flow();

  /**
   * What messages and timeline may name of a case now. What is more than text is declared in the
   * flow's {@link org.aftercare.notifications.FactVocabulary}.
   */
  Map<String, String> facts(String caseNumber);

  /** What the case is about, for task lists; empty while nothing is known of it. */
  default Optional<String> subject(String caseNumber) {
    return Optional.empty();
  }

  /** Whether a case that ended so asks the customer how it went. */
  default boolean asksHowItWent(String outcome) {
    return true;
  }

  /** Whether the customer can still take the case back: not once money or goods have gone out. */
  boolean mayCancel(String caseNumber);

  /**
   * The customer takes the case back, in the transaction that accepts it: the process is told
   * afterwards, and may come to its end until then. A flow whose end does not wait for that decides
   * here, under a lock that its end takes too.
   *
   * @return {@code false} if it is too late by now
   */
  default boolean cancel(String caseNumber) {
    return mayCancel(caseNumber);
  }

  /**
   * The answers that this case allows to a question that is open.
   *
   * @return some of the question's answers
   */
  default Set<String> answers(String caseNumber, CustomerQuestion question) {
    return question.answers();
  }
}
