package org.aftercare.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.SpringFactoriesLoader;

/** A start that lacks settings is refused once, for all modules. */
class SettingsGateTest {

  private final DefaultListableBeanFactory beans = new DefaultListableBeanFactory();

  SettingsGateTest() {
    beans.registerSingleton("environment", new StandardEnvironment());
  }

  @Test
  void letsACompleteStartThrough() {
    module("systems");
    assertThatCode(() -> new SettingsGate().postProcessBeanFactory(beans))
        .doesNotThrowAnyException();
  }

  @Test
  void namesTheFaultsOfAllModulesAtOnce() {
    module("systems", "systems.url is missing", "systems.token is missing");
    module("api", "issuer is missing");
    assertThatThrownBy(() -> new SettingsGate().postProcessBeanFactory(beans))
        .isInstanceOfSatisfying(
            MissingSettingsException.class,
            failure ->
                assertThat(failure.faults())
                    .containsExactly(
                        "issuer is missing", "systems.token is missing", "systems.url is missing"));
  }

  @Test
  void namesAPropertyWithTheVariableThatSetsIt() {
    assertThat(RequiredSettings.named("aftercare.customer-tokens.jwk-set-uri"))
        .isEqualTo("aftercare.customer-tokens.jwk-set-uri (AFTERCARE_CUSTOMERTOKENS_JWKSETURI)");
  }

  @Test
  void isExplainedToWhoeverStartsTheProduct() {
    MissingSettingsException failure =
        new MissingSettingsException(List.of("first is missing", "second is missing"));
    FailureAnalysis analysis =
        SpringFactoriesLoader.forDefaultResourceLocation()
            .load(
                FailureAnalyzer.class,
                SpringFactoriesLoader.ArgumentResolver.none(),
                SpringFactoriesLoader.FailureHandler.logging(LogFactory.getLog(getClass())))
            .stream()
            .filter(MissingSettingsAnalyzer.class::isInstance)
            .findFirst()
            .orElseThrow()
            .analyze(new IllegalStateException(failure));

    assertThat(analysis.getDescription()).contains("first is missing", "second is missing");
    assertThat(analysis.getAction()).contains("application-production.yaml");
  }

  private void module(String name, String... faults) {
    RequiredSettings module = environment -> List.of(faults);
    beans.registerSingleton(name, module);
  }
}
