import { applyDecorators, Injectable, UseFilters } from '@nestjs/common';
import { UnexpectedErrorFilter } from './unexpected-error.filter';

/** A class that answers people in Discord: what breaks in it is logged, and answered with a reference number. */
export const DiscordHandler = (): ClassDecorator => applyDecorators(Injectable(), UseFilters(UnexpectedErrorFilter));
