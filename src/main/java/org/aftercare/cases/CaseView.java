package org.aftercare.cases;

import java.time.Instant;
import java.util.List;
import java.util.Set;

/**
 * A case as its customer sees it.
 *
 * @param flow for example {@code warranty-claim}
 * @param outcome how it ended, a code of the flow, or {@code null} while it runs
 * @param timeline what happened, oldest first, in the reader's language
 * @param mayCancel whether the customer can still take the case back
 * @param openQuestions what the case waits for the customer to answer
 * @param surveyOpen whether the customer can say how it went
 */
record CaseView(
    String caseNumber,
    String flow,
    ServiceCase.Status status,
    String outcome,
    Instant openedAt,
    Instant closedAt,
    List<TimelineWording.Line> timeline,
    boolean mayCancel,
    List<OpenQuestion> openQuestions,
    List<CasePhotos.Photo> photos,
    boolean surveyOpen) {

  /**
   * @param answers the codes that can be sent
   */
  record OpenQuestion(CustomerQuestion question, Set<String> answers) {}
}
