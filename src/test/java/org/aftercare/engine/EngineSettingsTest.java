package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.variable.Variables;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@EngineTest
class EngineSettingsTest {

  @Autowired ProcessEngineConfigurationImpl engine;
  @Autowired JobExecutor jobs;
  @Autowired BusinessCalendar calendar;
  @Autowired CalendarProperties properties;

  @BeforeEach
  void models() {
    TestModels.deploy(engine.getRepositoryService());
  }

  @Test
  void historyIsLeanAndCleanedUp() {
    assertThat(engine.getHistoryLevel()).isInstanceOf(FlowHistoryLevel.class);
    assertThat(engine.getHistoryTimeToLive()).isEqualTo("P1095D");
    assertThat(engine.getHistoryCleanupBatchWindowStartTime()).isEqualTo("01:00");
    assertThat(engine.getHistoryCleanupBatchWindowEndTime()).isEqualTo("05:00");
    assertThat(engine.getHistoryService().findHistoryCleanupJobs()).isNotEmpty();
  }

  @Test
  void jobsStartAtOnceAndAreLockedLongEnough() {
    assertThat(jobs.getWaitTimeInMillis()).isLessThanOrEqualTo(250);
    assertThat(jobs.getMaxWait()).isLessThanOrEqualTo(1000);
    assertThat(jobs.getLockTimeInMillis()).isEqualTo(60_000);
    assertThat(engine.isHintJobExecutor()).isTrue();
    assertThat(engine.getDefaultNumberOfRetries()).isEqualTo(3);
  }

  @Test
  void nothingFromOutsideIsExecuted() {
    assertThat(engine.isConfigureScriptEngineHostAccess()).isFalse();
    assertThat(engine.isJavaSerializationFormatEnabled()).isFalse();
    assertThatThrownBy(() -> engine.getScriptEngineResolver().getScriptEngine("javascript", false))
        .hasMessageContaining("not executed");
    assertThatThrownBy(
            () ->
                engine
                    .getRuntimeService()
                    .startProcessInstanceByKey(
                        TestModels.ASKS_PERSON,
                        Variables.putValue(
                            "x",
                            Variables.serializedObjectValue("rO0ABQ==")
                                .serializationDataFormat(Variables.SerializationDataFormats.JAVA)
                                .objectTypeName("java.util.HashMap")
                                .create())))
        .hasMessageContaining("prohibited");
  }

  @Test
  void onlyChangedModelsAreDeployed() {
    assertThat(((SpringProcessEngineConfiguration) engine).isDeployChangedOnly()).isTrue();
  }

  @Test
  void eachCountryIsBoundWithItsZone() {
    // YAML would read an unquoted NO as false; Norway would then have no settings of its own.
    assertThat(properties.countries())
        .containsKeys("SE", "NO", "DK", "PL", "DE", "FI")
        .doesNotContainKey("false");
    assertThat(
            calendar.plusOpeningHours(
                "NO",
                LocalDateTime.parse("2026-05-16T12:00")
                    .atZone(ZoneId.of("Europe/Oslo"))
                    .toInstant(),
                Duration.ZERO))
        .isEqualTo(
            LocalDateTime.parse("2026-05-18T08:00").atZone(ZoneId.of("Europe/Oslo")).toInstant());
  }
}
