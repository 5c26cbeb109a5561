import { Router } from 'express';
import type { Store } from '../world/store';

/** Serves attachments. A browser shows pictures and text, and runs nothing. */
export function attachmentRoutes(store: Store): Router {
  const router = Router();
  router.get('/:channelId/:attachmentId/:filename', (request, response) => {
    const file = store.attachment(request.params.attachmentId);
    if (file === undefined || file.channelId !== request.params.channelId || file.filename !== request.params.filename) {
      return void response.status(404).json({ message: '404: Not Found', code: 0 });
    }
    const inline = /^(image\/(png|jpeg|gif|webp)|text\/plain)/.test(file.contentType);
    response.set({
      'Content-Type': file.contentType,
      'Content-Disposition': `${inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.filename)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'X-Content-Type-Options': 'nosniff',
    });
    response.end(Buffer.from(file.bytes));
  });
  return router;
}
