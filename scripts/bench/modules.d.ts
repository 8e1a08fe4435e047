declare module 'pdfkit' {
  interface Document {
    on(event: 'data', listener: (chunk: Buffer) => void): this
    on(event: 'end', listener: () => void): this
    registerFont(name: string, source: Buffer): this
    font(name: string): this
    fontSize(size: number): this
    text(text: string, options?: object): this
    text(text: string, x: number, y: number): this
    image(source: Buffer, x: number, y: number, options: object): this
    rect(x: number, y: number, width: number, height: number): this
    fill(): this
    end(): void
  }
  const PDFDocument: new (options: object) => Document
  export = PDFDocument
}

declare module 'pdfmake' {
  const maker: unknown
  export = maker
}
