import { applyDecorators, Injectable, UseFilters } from '@nestjs/common';
import { UnexpectedErrorFilter } from './unexpected-error.filter';

/** A class whose methods answer interactions; what they throw ends in the one filter. */
export const DiscordHandler = (): ClassDecorator => applyDecorators(Injectable(), UseFilters(UnexpectedErrorFilter));
