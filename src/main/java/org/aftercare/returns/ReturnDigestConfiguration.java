package org.aftercare.returns;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(ReturnDigestProperties.class)
class ReturnDigestConfiguration {}
