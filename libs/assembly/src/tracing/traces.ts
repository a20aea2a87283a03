import type { CommandBus, QueryBus } from '@nestjs/cqrs';
import { context, propagation, type Span, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http';
import { resourceFromAttributes } from '@opentelemetry/resources';
import { BatchSpanProcessor, NodeTracerProvider, type SpanExporter } from '@opentelemetry/sdk-trace-node';
import type { EventStore } from '@pm/eventing';
import { Rejection } from '@pm/kernel';
import type { ViewStore } from '@pm/projections';
import type { Answered } from '../operations/metrics.js';

/**
 * Spans of requests, commands, queries, appends and commits of views, for a collector that takes OTLP over HTTP. They hold
 * names from the code, routes as declared and statuses: no ids, nothing that a user wrote.
 */
export class Traces {
  private readonly provider: NodeTracerProvider;
  private readonly tracer;

  /** @param service how a collector names this process */
  constructor(service: string, exporter: SpanExporter) {
    this.provider = new NodeTracerProvider({
      resource: resourceFromAttributes({ 'service.name': service }),
      spanProcessors: [new BatchSpanProcessor(exporter)],
    });
    this.provider.register();
    this.tracer = this.provider.getTracer('throughline');
  }

  /** @param url of the collector's traces, as `http://127.0.0.1:4318/v1/traces` */
  static to(url: string, service: string): Traces {
    return new Traces(service, new OTLPTraceExporter({ url }));
  }

  /** Begins the span of a request, below that of whoever sent it. @returns what ends it */
  request(headers: object, handle: () => void): (answered: Answered) => void {
    const above = propagation.extract(context.active(), headers);
    const span = this.tracer.startSpan('request', { kind: SpanKind.SERVER }, above);
    context.with(trace.setSpan(above, span), handle);
    return ({ method, route, status }) => {
      span.updateName(`${method} ${route}`);
      span.setAttributes({ 'http.request.method': method, 'http.route': route });
      span.setAttribute('http.response.status_code', status);
      if (status >= 500) span.setStatus({ code: SpanStatusCode.ERROR });
      span.end();
    };
  }

  /** Follows every command and query that is sent from now on. */
  watchBuses(...buses: readonly (CommandBus | QueryBus)[]): void {
    for (const bus of buses) {
      const execute = bus.execute.bind(bus) as (sent: object) => Promise<never>;
      bus.execute = (sent: object) => this.span(sent.constructor.name, () => execute(sent));
    }
  }

  /** Follows every append to a log and every commit of a view from now on. */
  watchStores({ events, views }: { readonly events: EventStore; readonly views: ViewStore }): void {
    const [append, commit] = [events.append.bind(events), views.commit.bind(views)];
    events.append = (...sent) => this.span('append', () => append(...sent));
    views.commit = (sent) => this.span(`commit ${sent.generation.view}`, () => commit(sent));
  }

  /** Sends what was not sent yet. */
  async stop(): Promise<void> {
    await this.provider.shutdown();
  }

  private span<T>(name: string, work: () => Promise<T>): Promise<T> {
    return this.tracer.startActiveSpan(name, async (span) => {
      try {
        return await work();
      } catch (error) {
        tell(span, error);
        throw error;
      } finally {
        span.end();
      }
    });
  }
}

/** A rule that says no is an answer, told by its code; anything else is an error, told by its kind. */
function tell(span: Span, error: unknown): void {
  if (error instanceof Rejection) span.setAttribute('throughline.rejection', error.code);
  else span.setStatus({ code: SpanStatusCode.ERROR, message: (error as Error).name });
}
