package org.aftercare.warranty;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;

@Configuration
@EnableConfigurationProperties(WarrantyProperties.class)
class WarrantyConfiguration {}
