package dev.surveyor.query;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Everything of this module, for the app to import. */
@Configuration(proxyBeanMethods = false)
@ComponentScan
public class QueryConfiguration {}
