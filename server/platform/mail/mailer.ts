/** One mail, already in the reader's language. Subjects carry no content that others should not see. */
export type Mail = {
  to: string;
  subject: string;
  text: string;
  html?: string;
  headers?: Record<string, string>;
};

/** Sends mail, or writes it to `DATA_DIR/outbox` where no SMTP_URL is set. */
export type Mailer = { send(mail: Mail): Promise<void>; close(): Promise<void> };
