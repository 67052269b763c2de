package org.aftercare.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.aftercare.AftercareApplication;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.mock.env.MockEnvironment;

/** The sandbox stands beside the product: neither takes anything of the other. */
class SandboxApartTest {

  @Test
  void theProductFindsOnlyTheLauncher() {
    var scan = new ClassPathScanningCandidateComponentProvider(true);
    scan.setEnvironment(new MockEnvironment().withProperty("aftercare.sandbox.enabled", "true"));
    assertThat(scan.findCandidateComponents(SandboxServer.class.getPackageName()))
        .extracting(BeanDefinition::getBeanClassName)
        .containsExactly(SandboxLauncher.class.getName());
  }

  @Test
  void sharesNoClassWithTheProduct() {
    JavaClasses product =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackagesOf(AftercareApplication.class);

    ArchRuleDefinition.noClasses()
        .that()
        .resideInAPackage("org.aftercare.sandbox..")
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to the product or its engine",
                type ->
                    (type.getPackageName().startsWith("org.aftercare")
                            && !type.getPackageName().startsWith("org.aftercare.sandbox"))
                        || type.getPackageName().startsWith("org.camunda")))
        .check(product);
    ArchRuleDefinition.noClasses()
        .that()
        .resideOutsideOfPackage("org.aftercare.sandbox..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.aftercare.sandbox..")
        .check(product);
  }
}
