package org.aftercare.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.doAnswer;
import static org.mockito.Mockito.when;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.aftercare.cases.Cases;
import org.aftercare.cases.ServiceCase;
import org.aftercare.notifications.Notice;
import org.aftercare.notifications.Notifications;
import org.aftercare.notifications.Recipient;
import org.aftercare.notifications.Wordings;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** Drives the models of a flow whose cases and notices are only noted. */
public abstract class CaseFlowTestBase extends FlowTestBase {

  protected static final Instant OPENED = Instant.parse("2026-11-16T09:00:00Z");

  @MockitoBean protected Cases cases;
  @MockitoBean protected Notifications notifications;
  @MockitoBean protected Wordings wordings;

  /** Templates in the order in which they were told. */
  protected final List<String> told = new ArrayList<>();

  private final String prefix;
  private String flow;
  private ServiceCase.Status status;

  /**
   * A test of that flow.
   *
   * @param prefix of its case numbers
   */
  protected CaseFlowTestBase(String prefix, String flow) {
    this.prefix = prefix;
    this.flow = flow;
  }

  @BeforeEach
  void openCase() {
    told.clear();
    newCase(prefix);
    status = ServiceCase.Status.OPEN;
    when(cases.find(anyString())).thenAnswer(call -> Optional.of(serviceCase()));
    doAnswer(
            call -> {
              status = call.getArgument(1);
              return null;
            })
        .when(cases)
        .status(anyString(), any());
    doAnswer(
            call -> {
              Notice notice = call.getArgument(0);
              told.add(notice.template());
              assertThat(notice.to())
                  .as(notice.template())
                  .isInstanceOf(recipientOf(notice.template()));
              return null;
            })
        .when(notifications)
        .tell(any());
  }

  /** Who is to be told by that template. */
  protected abstract Class<? extends Recipient> recipientOf(String template);

  /** The case is one of this flow, where a test class knows several. */
  protected final void flow(String key) {
    this.flow = key;
  }

  protected final String flow() {
    return flow;
  }

  protected final ServiceCase.Status status() {
    return status;
  }

  private ServiceCase serviceCase() {
    return new ServiceCase(
        caseNumber(), flow, "C-1", "SE", ServiceCase.Channel.API, status, null, OPENED, null);
  }
}
