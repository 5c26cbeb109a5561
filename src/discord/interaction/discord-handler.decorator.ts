import { applyDecorators, Injectable, UseFilters, UseInterceptors } from '@nestjs/common';
import { AcknowledgeInTime } from './acknowledge-in-time.interceptor';
import { UnexpectedErrorFilter } from './unexpected-error.filter';

/** A class whose methods answer interactions: in time, and what they throw ends in the one filter. */
export const DiscordHandler = (): ClassDecorator => applyDecorators(Injectable(), UseInterceptors(AcknowledgeInTime), UseFilters(UnexpectedErrorFilter));
